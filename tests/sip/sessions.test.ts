import { describe } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { INBOUND_ORDERS } from './cases/call-orders.ts';
import { REPLACED_CALLS } from './cases/replaces.ts';
import { SESSION_INTERVALS } from './cases/session-intervals.ts';
import { BEFORE_THE_ANSWER, DIALLED, MIXED_OFFERS } from './cases/sessions.ts';
import { TRANSFERS } from './cases/transfers.ts';
import { runCases } from './run-cases.ts';
import { sipPages } from './sip-browser.ts';

describeWith(['chromium'], 'what a session must get over', () => {
  const openPage = sipPages();
  describe('offers of more than audio', () => runCases(MIXED_OFFERS, openPage));
  describe('before the dialog is confirmed', () => runCases(BEFORE_THE_ANSWER, openPage));
  describe('orders that networks make', () => runCases(INBOUND_ORDERS, openPage));
  describe('calls that replace another', () => runCases(REPLACED_CALLS, openPage));
  describe('transfers', () => runCases(TRANSFERS, openPage));
  describe('session intervals', () => runCases(SESSION_INTERVALS, openPage));
  describe('answers of a dialled call', () => runCases(DIALLED, openPage));
});
