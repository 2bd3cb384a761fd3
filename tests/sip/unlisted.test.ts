import { describeWith } from '../helpers/need-program.ts';
import { UNLISTED } from './cases/unlisted.ts';
import { runCases } from './run-cases.ts';
import { sipPages } from './sip-browser.ts';

describeWith(['chromium'], 'members of these kinds that no list has', () => runCases(UNLISTED, sipPages()));
