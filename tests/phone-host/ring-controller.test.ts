import { expect, test } from 'vitest';
import type { CallEvent } from '../../calls/call-event.ts';
import { foldPhone, type Phone, QUIET_PHONE } from '../../calls/fold-phone.ts';
import { RingController } from '../../phone-host/call/ring-controller.ts';

const ringing = (call: string): CallEvent => ({
  type: 'ringing',
  call,
  at: 1000,
  remoteParty: { number: '+86 139 0000 0001', displayName: null },
  queuedMs: null,
});

function controllerBed() {
  let phone: Phone = QUIET_PHONE;
  let sounds = false;
  const asked: string[] = [];
  const controller = new RingController({
    ringer: {
      start: async () => {
        sounds = true;
        return 'armed';
      },
      stop: () => {
        sounds = false;
      },
    },
    ask: async (request) =>
      void asked.push('call' in request ? `${request.kind} ${request.call}` : request.kind),
    mask: () => '•••• 0001',
    ringerState: () => {},
  });
  return {
    asked,
    sounds: () => sounds,
    happens(event: CallEvent) {
      const folded = foldPhone(phone, event);
      if (folded.verdict === 'applied') phone = folded.phone;
      controller.follow(phone, false);
    },
  };
}

test.each<CallEvent>([
  { type: 'answered', call: 'a', at: 2000 },
  { type: 'ended', call: 'a', at: 2000, end: { how: 'given-up' } },
  { type: 'ended', call: 'a', at: 2000, end: { how: 'answered-elsewhere' } },
])('the ring and its notification end with $type', (event) => {
  const bed = controllerBed();
  bed.happens(ringing('a'));
  expect(bed.sounds()).toBe(true);
  bed.happens(event);
  expect(bed.sounds()).toBe(false);
  expect(bed.asked.filter((kind) => kind.startsWith('ring-'))).toEqual(['ring-started a', 'ring-ended a']);
});

test('a second call does not sound into the first, but is shown', () => {
  const bed = controllerBed();
  bed.happens(ringing('a'));
  bed.happens({ type: 'answered', call: 'a', at: 2000 });
  bed.happens(ringing('b'));
  expect(bed.sounds()).toBe(false);
  expect(bed.asked).toContain('ring-started b');
});
