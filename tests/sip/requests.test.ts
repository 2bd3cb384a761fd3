import { describe } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { HEADER_FORMS } from './cases/header-forms.ts';
import { ENDING_METHODS, METHOD_STATES } from './cases/method-states.ts';
import { DIALOG_TARGETS, REQUESTS, TARGET_CASES } from './cases/requests.ts';
import { RFC_CASES } from './cases/rfc-messages.ts';
import { runCases } from './run-cases.ts';
import { sipPages } from './sip-browser.ts';

describeWith(['chromium'], 'requests as servers write them', () => {
  const openPage = sipPages();
  describe('the form of headers', () => runCases(HEADER_FORMS, openPage));
  describe('the Request-URI of an INVITE', () => runCases(TARGET_CASES, openPage));
  describe('the Request-URI in a call', () => runCases(DIALOG_TARGETS, openPage));
  describe('messages that RFCs print', () => runCases(RFC_CASES, openPage));
  describe('every method in every state', () => runCases(METHOD_STATES, openPage));
  describe('BYE in every state', () => runCases(ENDING_METHODS, openPage));
  describe('methods, extensions, calls that are unknown', () => runCases(REQUESTS, openPage));
});
