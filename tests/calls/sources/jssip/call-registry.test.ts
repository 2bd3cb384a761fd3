import { expect, test } from 'vitest';
import type { CallEvent, PhoneEvent } from '../../../../calls/call-event.ts';
import { CallRegistry } from '../../../../calls/sources/jssip/call-registry.ts';
import { handClock } from '../../../helpers/hand-clock.ts';

const remoteParty = { number: '+8613900000001', displayName: null };
const rings = (call: string): CallEvent => ({ type: 'ringing', call, at: 0, remoteParty, queuedMs: null });
const givesUp = (call: string): CallEvent => ({ type: 'ended', call, at: 1, end: { how: 'given-up' } });

test('a host that runs for weeks remembers only its newest calls, and every one that is up', () => {
  const registry = new CallRegistry(handClock());
  const emitted: (CallEvent | PhoneEvent)[] = [];
  registry.emitTo((event) => emitted.push(event));
  registry.record(rings('first'));
  for (let n = 0; n < 500; n += 1) {
    registry.record(rings(`c${n}`));
    registry.record(givesUp(`c${n}`));
  }
  expect(registry.call('c0')).toBeUndefined();
  expect(registry.call('c499')).toMatchObject({ state: 'ended' });
  expect(registry.call('first')).toMatchObject({ state: 'ringing' });
  expect(emitted).toHaveLength(1_001);
});
