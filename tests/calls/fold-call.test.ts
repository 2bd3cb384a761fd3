import { describe, expect, test } from 'vitest';
import type { Call } from '../../calls/call.ts';
import { type CallEnd, isMissed } from '../../calls/call-end.ts';
import type { CallEvent } from '../../calls/call-event.ts';
import { foldCall } from '../../calls/fold-call.ts';

const RINGING: CallEvent & { type: 'ringing' } = {
  type: 'ringing',
  call: 'a',
  at: 1_000,
  remoteParty: { number: '+8613900000001', displayName: null },
  queuedMs: 42_000,
};
const on = <E extends object>(event: E, at: number) => ({ ...event, call: 'a', at });
const ended = (end: CallEnd, at = 9_000): CallEvent => on({ type: 'ended', end } as const, at);

function callAfter(...events: CallEvent[]): Call {
  let call: Call | undefined;
  for (const event of events) {
    const result = foldCall(call, event);
    if (result.verdict !== 'applied') throw new Error(`${event.type}: ${result.verdict}`);
    call = result.call;
  }
  if (call === undefined) throw new Error('nothing happened');
  return call;
}

const answered = [
  RINGING,
  on({ type: 'answering', by: 'agent' } as const, 4_000),
  on({ type: 'answered' } as const, 4_100),
] as const;

describe('a call that rings', () => {
  test('begins with its caller, its time and the time in the queue', () => {
    expect(callAfter(RINGING)).toEqual({
      id: 'a',
      direction: 'inbound',
      remoteParty: { number: '+8613900000001', displayName: null },
      originalTarget: null,
      startedAt: 1_000,
      queuedMs: 42_000,
      state: 'ringing',
    });
  });

  test('keeps what was dialled through all its states, and has no such field where nothing says it', () => {
    const dialled: CallEvent = { ...RINGING, calledNumbers: ['4001234567', '0283'] };
    const hungUp = ended({ how: 'hung-up', by: 'agent' });
    for (const call of [
      callAfter(dialled),
      callAfter(dialled, ...answered.slice(1)),
      callAfter(dialled, ...answered.slice(1), hungUp),
    ]) {
      expect(call.calledNumbers).toEqual(['4001234567', '0283']);
    }
    expect(callAfter(...answered, hungUp)).not.toHaveProperty('calledNumbers');
  });

  test('is established at the time of its answer, not of the press', () => {
    expect(callAfter(...answered)).toMatchObject({
      state: 'established',
      startedAt: 1_000,
      answeredAt: 4_100,
    });
  });

  test('that rings again, or is answered twice, changes nothing', () => {
    expect(foldCall(callAfter(RINGING), { ...RINGING, at: 2_000 })).toEqual({ verdict: 'repeat' });
    expect(foldCall(callAfter(...answered), on({ type: 'answered' } as const, 5_000))).toEqual({
      verdict: 'repeat',
    });
  });
});

test('a call that was turned away is over from the first: it never rang, and is not missed', () => {
  const { remoteParty, queuedMs } = { remoteParty: RINGING.remoteParty, queuedMs: 42_000 };
  const event: CallEvent = on({ type: 'turned-away', remoteParty, queuedMs, sipStatus: 480 } as const, 2_000);
  const over = callAfter(event);
  expect(over).toMatchObject({ state: 'ended', answeredAt: null, startedAt: 2_000, endedAt: 2_000 });
  if (over.state === 'ended') expect(isMissed(over.end)).toBe(false);
  expect(foldCall(over, event)).toEqual({ verdict: 'repeat' });
  expect(foldCall(callAfter(RINGING), event).verdict).toBe('impossible');
});

describe('who is at the other end', () => {
  const TRUE_CALLER = { number: '+8613700000001', displayName: '张三' };
  const change = on({ type: 'remote-party-changed', remoteParty: TRUE_CALLER } as const, 5_000);
  const QUEUE = { number: '8001', displayName: null };
  const divert = on({ type: 'diverted', originalTarget: QUEUE } as const, 1_000);

  test('is the one that the phone system named last, to the end and after it', () => {
    expect(callAfter(...answered, change).remoteParty).toEqual(TRUE_CALLER);
    const end = ended({ how: 'hung-up', by: 'agent' });
    expect(callAfter(...answered, change, end)).toMatchObject({ state: 'ended', remoteParty: TRUE_CALLER });
  });

  test('named twice changes nothing, and nobody is named after the end', () => {
    expect(foldCall(callAfter(...answered, change), { ...change, at: 6_000 })).toEqual({ verdict: 'repeat' });
    const over = callAfter(...answered, ended({ how: 'hung-up', by: 'agent' }));
    expect(foldCall(over, change).verdict).toBe('impossible');
  });

  test('was first somebody for whom the call rang before it was diverted', () => {
    const call = callAfter(RINGING, divert);
    expect(call.originalTarget).toEqual(QUEUE);
    expect(callAfter(RINGING, divert, ...answered.slice(1)).originalTarget).toEqual(QUEUE);
    expect(foldCall(call, divert)).toEqual({ verdict: 'repeat' });
  });
});

describe('an outbound call before the answer', () => {
  const dialling = on({ type: 'dialling', remoteParty: RINGING.remoteParty } as const, 1_000);
  const rings = (at: number, earlyMedia = false) => on({ type: 'remote-ringing', earlyMedia } as const, at);

  test('rings from the first 180; more of them, from any branch, change nothing', () => {
    const call = callAfter(dialling, rings(2_000));
    expect(call).toMatchObject({ state: 'remote-ringing', remoteRingingSince: 2_000, earlyMedia: false });
    expect(foldCall(call, rings(3_000))).toEqual({ verdict: 'repeat' });
  });

  test('is heard from the first packets on, until the network is no longer heard', () => {
    const call = callAfter(dialling, rings(2_000), rings(3_000, true));
    expect(call).toMatchObject({ remoteRingingSince: 2_000, earlyMedia: true });
    const silent = callAfter(dialling, rings(2_000), rings(3_000, true), rings(4_000));
    expect(silent).toMatchObject({ remoteRingingSince: 2_000, earlyMedia: false });
    expect(foldCall(call, rings(4_000, true))).toEqual({ verdict: 'repeat' });
    expect(callAfter(dialling, rings(2_000, true))).toMatchObject({ earlyMedia: true });
  });
});

describe('the end of a call', () => {
  const missed: CallEnd[] = [{ how: 'given-up' }, { how: 'no-answer' }];
  const notMissed: CallEnd[] = [
    { how: 'answered-elsewhere' },
    { how: 'rejected', sipStatus: 486 },
    { how: 'hung-up', by: 'agent' },
    { how: 'failed', cause: 'connection-lost', sipStatus: null },
  ];
  test('given up or rung out is missed; answered elsewhere, refused or failed is not', () => {
    expect(missed.map(isMissed)).toEqual([true, true]);
    expect(notMissed.map(isMissed)).toEqual([false, false, false, false]);
  });

  test('keeps when it was answered, or that it never was', () => {
    expect(callAfter(RINGING, ended({ how: 'given-up' }))).toMatchObject({
      state: 'ended',
      answeredAt: null,
    });
    expect(callAfter(...answered, ended({ how: 'hung-up', by: 'remote-party' }))).toMatchObject({
      answeredAt: 4_100,
      endedAt: 9_000,
    });
  });

  test('comes once: a second report changes nothing', () => {
    const over = callAfter(RINGING, ended({ how: 'given-up' }));
    expect(foldCall(over, ended({ how: 'answered-elsewhere' }, 9_500))).toEqual({ verdict: 'repeat' });
  });

  test('told by another window that rang for the same call does not end the call that was answered here', () => {
    for (const how of ['answered-elsewhere', 'given-up', 'no-answer', 'cancelled'] as const) {
      expect(foldCall(callAfter(...answered), ended({ how })).verdict).toBe('impossible');
    }
  });
});

test('what cannot happen is said and changes nothing', () => {
  expect(foldCall(undefined, on({ type: 'answered' } as const, 1))).toEqual({
    verdict: 'impossible',
    why: 'answered for a call that never began',
  });
  expect(foldCall(callAfter(RINGING), on({ type: 'muted' } as const, 2))).toEqual({
    verdict: 'impossible',
    why: 'muted while ringing',
  });
});
