import { expect, test } from 'vitest';
import type { Tone } from '../../browser/ring-tone.ts';
import type { CallEvent } from '../../calls/call-event.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings/settings.ts';
import { BusyToneController } from '../../phone-host/call/busy-tone-controller.ts';
import { BUSY_TONES } from '../../phone-host/call/ringback-tones.ts';
import { handClock } from '../helpers/hand-clock.ts';
import { FakeStream } from './fake-stream.ts';

type End = (CallEvent & { type: 'ended' })['end'];

const remoteParty = { number: '13900000001', displayName: null };
const dialling = (call: string): CallEvent => ({ type: 'dialling', call, at: 0, remoteParty });
const rings = (earlyMedia: boolean): CallEvent => ({ type: 'remote-ringing', call: 'a', at: 1, earlyMedia });
const ended = (end: End, call = 'a'): CallEvent => ({ type: 'ended', call, at: 30, end });
const BUSY: End = { how: 'refused', sipStatus: 486, cause: 'busy', phrase: null };

function controllerBed(settings: Partial<Settings> = {}) {
  const journal = new FakeStream();
  const clock = handClock();
  let sounds: Tone | 'silence' = 'silence';
  const controller = new BusyToneController({
    ...{ journal, clock, settings: { value: { ...DEFAULT_SETTINGS, ...settings } } },
    tone: {
      start: (tone) => {
        sounds = tone;
      },
      stop: () => {
        sounds = 'silence';
      },
    },
  });
  controller.start();
  return {
    controller,
    clock,
    sounds: () => sounds,
    after: (...events: readonly CallEvent[]) => {
      for (const event of events) journal.record('sip', event);
      return sounds;
    },
  };
}

test('an outbound call that ends busy is followed by the tone of the country', () => {
  expect(controllerBed().after(dialling('a'), ended(BUSY))).toBe(BUSY_TONES.CN);
  expect(controllerBed({ ringback: 'UK' }).after(dialling('a'), rings(false), ended(BUSY))).toBe(
    BUSY_TONES.UK,
  );
  expect(controllerBed({ ringback: 'off' }).after(dialling('a'), ended(BUSY))).toBe('silence');
});

test('it sounds for some seconds, not longer', () => {
  const bed = controllerBed();
  bed.after(dialling('a'), ended(BUSY));
  bed.clock.pass(3_000);
  expect(bed.sounds()).toBe(BUSY_TONES.CN);
  bed.clock.pass(2_000);
  expect(bed.sounds()).toBe('silence');
});

test('the next call, in either direction, silences it at once', () => {
  expect(controllerBed().after(dialling('a'), ended(BUSY), dialling('b'))).toBe('silence');
  const ringing: CallEvent = { type: 'ringing', call: 'b', at: 40, remoteParty, queuedMs: null };
  expect(controllerBed().after(dialling('a'), ended(BUSY), ringing)).toBe('silence');
});

test('the other network has played its own: early media', () => {
  expect(controllerBed().after(dialling('a'), rings(true), ended(BUSY))).toBe('silence');
});

test('early media that stopped before the other side was busy plays no tone of its own', () => {
  const bed = controllerBed();
  expect(bed.after(dialling('a'), rings(true), rings(false), ended(BUSY))).toBe(BUSY_TONES.CN);
});

test('another call is up: its voice is not covered', () => {
  const ringing: CallEvent = { type: 'ringing', call: 'b', at: 1, remoteParty, queuedMs: null };
  const held: CallEvent = { type: 'held', call: 'b', at: 3, holdOriginator: 'local' };
  const answered: CallEvent = { type: 'answered', call: 'b', at: 2 };
  expect(controllerBed().after(ringing, answered, held, dialling('a'), ended(BUSY))).toBe('silence');
});

test.each<End>([
  { how: 'cancelled' },
  { how: 'no-answer' },
  { how: 'refused', sipStatus: 404, cause: 'unknown-number', phrase: null },
  { how: 'refused', sipStatus: 603, cause: 'declined', phrase: null },
  { how: 'failed', cause: 'connection-lost', sipStatus: null },
])('a call that ends otherwise has no busy tone: $how $sipStatus', (end) => {
  expect(controllerBed().after(dialling('a'), ended(end))).toBe('silence');
});

test('it stops with the host', () => {
  const bed = controllerBed();
  bed.after(dialling('a'), ended(BUSY));
  bed.controller.stop();
  expect(bed.sounds()).toBe('silence');
});
