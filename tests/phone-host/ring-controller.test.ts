import { expect, test } from 'vitest';
import type { CallEvent } from '../../calls/call-event.ts';
import { RingController } from '../../phone-host/call/ring-controller.ts';
import { FakeStream } from './fake-stream.ts';

const ringing = (call: string): CallEvent & { type: 'ringing' } => ({
  type: 'ringing',
  call,
  at: 1000,
  remoteParty: { number: '+86 139 0000 0001', displayName: null },
  queuedMs: null,
});

function controllerBed() {
  const journal = new FakeStream();
  let sounds = false;
  const asked: string[] = [];
  const controller = new RingController({
    journal,
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
    facts: { report: () => {} },
  });
  controller.start();
  return {
    asked,
    controller,
    journal,
    sounds: () => sounds,
    happens: (event: CallEvent) => journal.record('sip', event),
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
  expect(bed.asked).toEqual(['ring-started a', 'ring-ended a']);
});

test('a call of a softphone in a page is shown, and rings there', () => {
  const bed = controllerBed();
  bed.happens({ ...ringing('a'), watchOnly: true });
  expect(bed.sounds()).toBe(false);
  expect(bed.asked).toEqual(['ring-started a']);
});

test('a second call makes no sound during the first, but is shown', () => {
  const bed = controllerBed();
  bed.happens(ringing('a'));
  bed.happens({ type: 'answered', call: 'a', at: 2000 });
  bed.happens(ringing('b'));
  expect(bed.sounds()).toBe(false);
  expect(bed.asked).toContain('ring-started b');
});

test('stopped, it ends the ring and its notification, and follows no further call', () => {
  const bed = controllerBed();
  bed.happens(ringing('a'));
  bed.controller.stop();
  bed.happens(ringing('b'));
  expect([bed.sounds(), bed.journal.observers]).toEqual([false, 0]);
  expect(bed.asked).toEqual(['ring-started a', 'ring-ended a']);
});
