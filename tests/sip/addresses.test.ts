import { describe } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { ADDRESSES } from './cases/addresses.ts';
import { ASSERTED_CALLERS } from './cases/call-orders.ts';
import { NUMBERS, WITHHELD } from './cases/numbers.ts';
import { runCases } from './run-cases.ts';
import { sipPages } from './sip-browser.ts';

describeWith(['chromium'], 'addresses of callers', () => {
  const openPage = sipPages();
  describe('the forms of From, To and Contact', () => runCases(ADDRESSES, openPage));
  describe('the number of the caller', () => runCases(NUMBERS, openPage));
  describe('the caller whom a server asserts', () => runCases(ASSERTED_CALLERS, openPage));
  describe('a caller who withholds the number', () => runCases(WITHHELD, openPage));
});
