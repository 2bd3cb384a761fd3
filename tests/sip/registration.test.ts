import { describe } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { CHALLENGE_CASES, CHALLENGE_STORIES } from './cases/challenges.ts';
import { REGISTRAR_ANSWERS } from './cases/registrar-answers.ts';
import { runCases } from './run-cases.ts';
import { sipPages } from './sip-browser.ts';

describeWith(['chromium'], 'registration', () => {
  const openPage = sipPages();
  describe('what a registrar answers', () => runCases(REGISTRAR_ANSWERS, openPage));
  describe('challenges', () => runCases(CHALLENGE_CASES, openPage));
  describe('after a challenge', () => runCases(CHALLENGE_STORIES, openPage));
});
