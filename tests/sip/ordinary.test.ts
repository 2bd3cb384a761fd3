import { describeWith } from '../helpers/need-program.ts';
import { ORDINARY } from './cases/what-held.ts';
import { runCases } from './run-cases.ts';
import { sipPages } from './sip-browser.ts';

describeWith(['chromium'], 'what ordinary servers send', () => {
  runCases(ORDINARY, sipPages());
});
