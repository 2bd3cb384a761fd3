import { expect, test } from 'vitest';
import type { CalledNumberFrom } from '../../../../calls/phone-account.ts';
import type { SipRequest } from '../../../../calls/sources/sip/message.ts';
import { readCalledNumbers } from '../../../../calls/sources/sip-front/called-number.ts';

const TO: readonly [string, string] = ['to', '"售后热线" <sip:4001234567@pbx.example>;tag=1'];
const DIVERSION: readonly [string, string] = [
  'diversion',
  '<sip:4009876543@pbx.example>;reason=unconditional',
];
const HISTORY: readonly [string, string] = [
  'history-info',
  '<tel:+862112345678>;index=1, <sip:queue@pbx.example>;index=1.1;mp=1, <sip:0283@192.0.2.1>;index=1.1.1;rc=1.1',
];

function called(
  headers: readonly (readonly [string, string])[],
  from: Partial<CalledNumberFrom> = {},
): readonly string[] {
  const request: SipRequest = {
    ...{ kind: 'request', method: 'INVITE', uri: 'sip:0283@192.0.2.1:5060;transport=ws', body: '' },
    headers: headers.map(([name, value]) => ({ name, value })),
  };
  return readCalledNumbers(request, { source: 'auto', header: '', ...from });
}

test('by itself: who was called first, then To, then the Request-URI', () => {
  expect(called([TO])).toEqual(['4001234567', '0283']);
  expect(called([TO, DIVERSION])).toEqual(['4009876543', '4001234567', '0283']);
  expect(called([TO, HISTORY])).toEqual(['+862112345678', '4001234567', '0283']);
  expect(called([TO, HISTORY, DIVERSION])[0]).toBe('4009876543');
});

test('a number that several headers name is tried once', () => {
  expect(called([['to', '<sip:0283@pbx.example>']])).toEqual(['0283']);
});

test.each<[string, Partial<CalledNumberFrom>, readonly string[]]>([
  ['To', { source: 'to' }, ['4001234567']],
  ['the Request-URI', { source: 'request-uri' }, ['0283']],
  ['Diversion', { source: 'diversion' }, ['4009876543']],
  ['History-Info', { source: 'history-info' }, ['+862112345678']],
  ['a named header, in any case', { source: 'header', header: 'X-DNIS' }, ['95500']],
  ['a header that is not there', { source: 'header', header: 'X-Other' }, []],
])('from %s alone', (_, from, numbers) => {
  expect(called([TO, DIVERSION, HISTORY, ['x-dnis', '95500']], from)).toEqual(numbers);
});

test.each([
  ['a bare number', '400 123 4567', ['400 123 4567']],
  ['an address', '<sip:4001234567@pbx.example>', ['4001234567']],
  ['a tel: URI', 'tel:+86-400-123-4567', ['+86-400-123-4567']],
  ['a URI with phone-context', '<sip:4001234567;phone-context=+86@pbx.example;user=phone>', ['4001234567']],
  ['an escaped user', '<sip:%2B864001234567@pbx.example>', ['+864001234567']],
  ['a host without a user', '<sip:pbx.example>', []],
  ['nothing', '', []],
  ['more than any number', '4'.repeat(65), []],
])('a header with %s', (_, value, numbers) => {
  expect(called([['x-dnis', value]], { source: 'header', header: 'X-DNIS' })).toEqual(numbers);
});

test('a request that lacks To says only its Request-URI', () => {
  expect(called([])).toEqual(['0283']);
});
