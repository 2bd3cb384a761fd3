import { describe } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { GATEWAY_OFFERS, GATEWAY_REOFFERS } from './cases/gateway-offers.ts';
import { INITIAL_OFFERS, OFFERS } from './cases/offers.ts';
import { HOPELESS_REOFFERS, REOFFERS } from './cases/offers-in-a-call.ts';
import { runCases } from './run-cases.ts';
import { sipPages } from './sip-browser.ts';

describeWith(['chromium'], 'session descriptions', () => {
  const openPage = sipPages();
  describe('offers that cannot be answered', () => runCases(INITIAL_OFFERS, openPage));
  describe('offers that can', () => runCases(OFFERS, openPage));
  describe('offers of gateways', () => runCases([...GATEWAY_OFFERS, ...GATEWAY_REOFFERS], openPage));
  describe('new offers in a call', () => runCases(REOFFERS, openPage));
  describe('new offers that cannot be answered', () => runCases(HOPELESS_REOFFERS, openPage));
});
