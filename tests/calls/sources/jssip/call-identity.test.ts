import { describe, expect, test } from 'vitest';
import type { Call } from '../../../../calls/call.ts';
import { changedParty, dialledParty, isOfCall } from '../../../../calls/sources/jssip/call-identity.ts';
import { extensionTones, readTarget } from '../../../../calls/sources/jssip/sip-target.ts';
import type { SipMessage } from '../../../../calls/sources/sip/message.ts';

const HEADERS = [
  { name: 'call-id', value: 'abc@pbx' },
  { name: 'cseq', value: '2 INVITE' },
  { name: 'p-asserted-identity', value: '"张三" <sip:+8613700000001@pbx.example>' },
];
const request = (method: string): SipMessage => ({
  ...{ kind: 'request', method, uri: 'sip:0283@phone.example', headers: HEADERS, body: '' },
});
const RESPONSE: SipMessage = { kind: 'response', status: 200, reason: 'OK', headers: HEADERS, body: '' };
const TRUE_CALLER = { number: '+8613700000001', displayName: '张三' };

const call = (
  direction: Call['direction'],
  state: 'ringing' | 'established' | 'dialling' | 'ended',
): Call => {
  const identity = {
    ...{ id: 'abc@pbx', direction, remoteParty: { number: '8001', displayName: null } },
    ...{ originalTarget: null, startedAt: 1, queuedMs: null },
  };
  const hold = { local: null, remote: null };
  switch (state) {
    case 'established':
      return { ...identity, state, answeredAt: 2, hold, mutedSince: null, transfer: { state: 'none' } };
    case 'ended':
      return { ...identity, state, answeredAt: 2, endedAt: 3, end: { how: 'lost' } };
    default:
      return { ...identity, state };
  }
};

describe('a message in a call names another party', () => {
  test.each(['INVITE', 'UPDATE', 'ACK'])('as a request: %s', (method) => {
    expect(changedParty(request(method), call('inbound', 'established'))).toEqual(TRUE_CALLER);
    expect(changedParty(request(method), call('outbound', 'established'))).toEqual(TRUE_CALLER);
  });

  test('as the answer to an offer of this phone', () => {
    expect(changedParty(RESPONSE, call('inbound', 'established'))).toEqual(TRUE_CALLER);
  });

  test('while the call rings', () => {
    expect(changedParty(request('UPDATE'), call('inbound', 'ringing'))).toEqual(TRUE_CALLER);
  });

  test('but not before the agent’s own call is answered, by other requests, or after the end', () => {
    expect(changedParty(RESPONSE, call('outbound', 'established'))).toBeNull();
    expect(changedParty(request('UPDATE'), call('outbound', 'dialling'))).toBeNull();
    expect(changedParty(request('BYE'), call('inbound', 'established'))).toBeNull();
    expect(changedParty(request('INVITE'), call('inbound', 'ended'))).toBeNull();
  });

  test('of the call with its Call-ID, also where that rang twice', () => {
    expect(['abc@pbx', 'abc@pbx~2', 'abc@pbx2', 'abc'].map((id) => isOfCall(RESPONSE, id))).toEqual([
      ...[true, true, false, false],
    ]);
  });
});

describe('what the agent dialled', () => {
  test.each([
    ['021-20001234转801', '02120001234', ',801', '02120001234;ext=801'],
    ['＋８６ 139 0000 1234', '+8613900001234', null, '+8613900001234'],
    ['02120001234;ext=801', '02120001234', ',801', '02120001234;ext=801'],
    ['tel:+86-21-2000-1234;ext=801', '+862120001234', ',801', '+862120001234;ext=801'],
    ['sip:8001@pbx.example', 'sip:8001@pbx.example', null, 'sip:8001@pbx.example'],
    ['supervisor', 'supervisor', null, 'supervisor'],
  ])('%s', (dialled, target, tones, number) => {
    expect(readTarget(dialled)).toBe(target);
    expect(extensionTones(dialled)).toBe(tones);
    expect(dialledParty(dialled)).toEqual({ number, displayName: null });
  });

  test.each(['13900001234/13900001235', '8001,8002', '12:30', '2026年11月22日', '13900001234 13900001235'])(
    'is never several numbers in one, or none: %s',
    (text) => expect(readTarget(text)).toBeNull(),
  );
});
