import { expect, test } from 'vitest';
import { Dialogs } from '../../../../calls/sources/sip-front/dialogs.ts';

const TAGS = ['phone', 'other'] as const;

function message(kind: 'request' | 'response', method: string, status: number, number = 1) {
  const headers = [
    { name: 'from', value: '<sip:a@example.com>;tag=other' },
    { name: 'to', value: '<sip:b@example.com>;tag=phone' },
    { name: 'call-id', value: 'c1' },
    { name: 'cseq', value: `${number} ${method}` },
  ];
  return kind === 'request'
    ? ({ kind, method, uri: 'sip:b@example.com', headers, body: '' } as const)
    : ({ kind, status, reason: '', headers, body: '' } as const);
}

const answer = (status: number, method = 'INVITE', number = 1) => {
  const response = message('response', method, status, number);
  if (response.kind === 'response') return response;
  throw new Error('a response');
};

const request = (method: string) => {
  const made = message('request', method, 0);
  if (made.kind === 'request') return made;
  throw new Error('a request');
};

test.each([
  ['rings here', [180], 'ringing-here'],
  ['is answered', [180, 200], 'confirmed'],
  ['is refused', [180, 486], 'ended'],
  ['is answered without a ring', [200], 'confirmed'],
])('a call that %s', (_what, statuses, state) => {
  const dialogs = new Dialogs();
  for (const status of statuses) dialogs.answeredHere(answer(status));
  expect(dialogs.stateOf('c1', TAGS)).toBe(state);
  expect(dialogs.has(request('BYE'))).toBe(state !== 'ended');
});

test('the refusal of a second INVITE ends no call', () => {
  const dialogs = new Dialogs();
  dialogs.answeredHere(answer(180));
  dialogs.answeredHere(answer(500, 'INVITE', 2));
  expect(dialogs.stateOf('c1', TAGS)).toBe('ringing-here');
  dialogs.answeredHere(answer(200));
  dialogs.answeredHere(answer(488, 'INVITE', 3));
  expect(dialogs.stateOf('c1', TAGS)).toBe('confirmed');
});

test('BYE ends it, from either side; a 200 that is repeated later does not revive it', () => {
  for (const end of [
    (one: Dialogs) => one.sent(request('BYE')),
    (one: Dialogs) => one.answeredHere(answer(200, 'BYE', 2)),
  ]) {
    const dialogs = new Dialogs();
    dialogs.answeredHere(answer(200));
    end(dialogs);
    dialogs.answeredHere(answer(200));
    expect(dialogs.stateOf('c1', TAGS)).toBe('ended');
  }
});

test('a refusal ends every branch that rang at the other side', () => {
  const dialogs = new Dialogs();
  dialogs.answeredThere(answer(180));
  expect(dialogs.stateOf('c1', TAGS)).toBe('ringing-there');
  const refused = answer(486);
  const elsewhere = { name: 'to', value: '<sip:b@example.com>;tag=another' };
  const headers = refused.headers.map((one) => (one.name === 'to' ? elsewhere : one));
  dialogs.answeredThere({ ...refused, headers });
  expect(dialogs.stateOf('c1', TAGS)).toBe('ended');
});
