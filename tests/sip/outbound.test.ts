import { describe } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { OUTBOUND_ORDERS } from './cases/call-orders.ts';
import { EARLY_MEDIA } from './cases/early-media.ts';
import { FORKS_WITH_AUDIO } from './cases/forks-with-audio.ts';
import { ANSWERED_OUT, CANCELLED, FORKS, REFUSED, RINGING_OUT } from './cases/outbound.ts';
import { runCases } from './run-cases.ts';
import { sipPages } from './sip-browser.ts';

describeWith(['chromium'], 'calls that the agent dials', () => {
  const openPage = sipPages();
  describe('refusals', () => runCases(REFUSED, openPage));
  describe('ringing', () => runCases(RINGING_OUT, openPage));
  describe('answers', () => runCases(ANSWERED_OUT, openPage));
  describe('orders that networks make', () => runCases(OUTBOUND_ORDERS, openPage));
  describe('CANCEL', () => runCases(CANCELLED, openPage));
  describe('early media', () => runCases(EARLY_MEDIA, openPage));
  describe('forks with audio', () => runCases(FORKS_WITH_AUDIO, openPage));
  describe('forks', () => runCases(FORKS, openPage));
});
