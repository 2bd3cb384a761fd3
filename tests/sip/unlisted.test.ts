import { describe } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { CHALLENGED_CALLS_OUT, CHALLENGED_IN_CALLS } from './cases/challenged-in-calls.ts';
import { RELIABLE_PROVISIONALS } from './cases/reliable-provisionals.ts';
import { REMOTE_TARGETS } from './cases/remote-targets.ts';
import { UNLISTED } from './cases/unlisted.ts';
import { UNLISTED_CALLS_OUT } from './cases/unlisted-calls-out.ts';
import { UNLISTED_COMMANDS } from './cases/unlisted-commands.ts';
import { UNLISTED_HOLDS } from './cases/unlisted-holds.ts';
import { runCases } from './run-cases.ts';
import { sipPages } from './sip-browser.ts';

describeWith(['chromium'], 'members of these kinds that no list has', () => {
  const openPage = sipPages();
  runCases(UNLISTED, openPage);
  describe('holds', () => runCases(UNLISTED_HOLDS, openPage));
  describe('commands', () => runCases(UNLISTED_COMMANDS, openPage));
  describe('challenges', () => runCases([...CHALLENGED_CALLS_OUT, ...CHALLENGED_IN_CALLS], openPage));
  describe('PRACK', () => runCases(RELIABLE_PROVISIONALS, openPage));
  describe('remote targets', () => runCases(REMOTE_TARGETS, openPage));
  describe('calls out', () => runCases(UNLISTED_CALLS_OUT, openPage));
});
