import { describe } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { FRAMES } from './cases/frames.ts';
import { HOLDS, LOCAL_HOLDS } from './cases/holds.ts';
import { CANCELS, REJECTS, WHAT_HELD } from './cases/what-held.ts';
import { runCases } from './run-cases.ts';
import { sipPages } from './sip-browser.ts';

describeWith(['chromium'], 'calls with servers that do anything', () => {
  const openPage = sipPages();
  describe('what held stays', () => runCases([...WHAT_HELD, ...CANCELS, ...REJECTS], openPage));
  describe('hold and resume meet refusals and ends', () => runCases(HOLDS, openPage));
  describe('local hold', () => runCases(LOCAL_HOLDS, openPage));
  describe('frames', () => runCases(FRAMES, openPage));
});
