import fc from 'fast-check';
import { describe, test } from 'vitest';
import { isActive } from '../../calls/call.ts';
import { type CallEnd, FAILURE_CAUSES } from '../../calls/call-end.ts';
import type { CallEvent, PhoneEvent } from '../../calls/call-event.ts';
import { foldPhone, type Phone, QUIET_PHONE } from '../../calls/fold-phone.ts';

const call = fc.constantFrom('a', 'b', 'c');
const at = fc.integer({ min: 0, max: 100_000 });
const remoteParty = fc.record({ number: fc.string(), displayName: fc.option(fc.string()) });
const side = fc.constantFrom('local' as const, 'remote' as const);
const sipStatus = fc.option(fc.integer({ min: 300, max: 699 }));
const end: fc.Arbitrary<CallEnd> = fc.oneof(
  fc.record({
    how: fc.constant('hung-up' as const),
    by: fc.constantFrom('agent' as const, 'remote-party' as const),
  }),
  fc.record({
    how: fc.constantFrom('given-up' as const, 'answered-elsewhere' as const, 'no-answer' as const),
  }),
  fc.record({ how: fc.constant('failed' as const), cause: fc.constantFrom(...FAILURE_CAUSES), sipStatus }),
  fc.record({ how: fc.constant('broken' as const), cause: fc.constantFrom(...FAILURE_CAUSES), sipStatus }),
  fc.record({ how: fc.constant('transferred' as const), target: fc.string() }),
);
const of = <T extends string>(type: T) => fc.record({ type: fc.constant(type), call, at });

const event: fc.Arbitrary<CallEvent | PhoneEvent> = fc.oneof(
  fc.record({ type: fc.constant('ringing' as const), call, at, remoteParty, queuedMs: fc.option(fc.nat()) }),
  fc.record({ type: fc.constant('dialling' as const), call, at, remoteParty }),
  fc.record({
    type: fc.constant('answering' as const),
    call,
    at,
    by: fc.constantFrom('agent' as const, 'auto' as const),
  }),
  fc.record({ type: fc.constant('remote-ringing' as const), call, at, earlyMedia: fc.boolean() }),
  fc.oneof(of('answered'), of('answered'), of('muted'), of('unmuted')),
  fc.record({ type: fc.constantFrom('held' as const, 'resumed' as const), call, at, holdOriginator: side }),
  fc.record({
    type: fc.constant('transfer-started' as const),
    call,
    at,
    target: fc.string(),
    kind: fc.constantFrom('blind' as const, 'attended' as const),
  }),
  fc.record({ type: fc.constant('transfer-failed' as const), call, at, sipStatus }),
  fc.record({ type: fc.constant('ended' as const), call, at, end }),
  fc.record({ type: fc.constant('registered' as const), at }),
  fc.record({
    type: fc.constant('registration-lost' as const),
    at,
    cause: fc.constantFrom('network' as const, 'refused' as const, 'stale' as const, 'stopped' as const),
  }),
);
const anySequence = fc.array(event, { maxLength: 60 });

describe('whatever a phone reports', () => {
  test('nothing throws, and never do two calls have the floor', () => {
    fc.assert(
      fc.property(anySequence, (events) => {
        let phone: Phone = QUIET_PHONE;
        for (const each of events) {
          const result = foldPhone(phone, each);
          if (result.verdict === 'applied') phone = result.phone;
          if (phone.calls.filter(isActive).length > 1) return false;
        }
        return true;
      }),
      { numRuns: 2_000 },
    );
  });

  test('the same news a second time is a repeat or impossible, never a change', () => {
    fc.assert(
      fc.property(anySequence, (events) => {
        let phone: Phone = QUIET_PHONE;
        for (const each of events) {
          const result = foldPhone(phone, each);
          if (result.verdict !== 'applied') continue;
          phone = result.phone;
          // A handover may be tried again to the same place: that is news each time.
          if (each.type !== 'transfer-started' && foldPhone(phone, each).verdict === 'applied') return false;
        }
        return true;
      }),
      { numRuns: 1_000 },
    );
  });

  test('an ended call stays as it ended', () => {
    fc.assert(
      fc.property(anySequence, (events) => {
        let phone: Phone = QUIET_PHONE;
        for (const each of events) {
          const endedBefore = phone.calls.filter(({ state }) => state === 'ended');
          const result = foldPhone(phone, each);
          if (result.verdict !== 'applied') continue;
          phone = result.phone;
          if (endedBefore.some((one) => !result.phone.calls.includes(one))) return false;
        }
        return true;
      }),
    );
  });
});
