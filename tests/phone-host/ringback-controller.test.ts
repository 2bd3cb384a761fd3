import { expect, test } from 'vitest';
import type { Tone } from '../../browser/ring-tone.ts';
import type { CallEvent } from '../../calls/call-event.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings/settings.ts';
import { RingbackController } from '../../phone-host/call/ringback-controller.ts';
import { RINGBACK_TONES } from '../../phone-host/call/ringback-tones.ts';
import { FakeStream } from './fake-stream.ts';

const remoteParty = { number: '+86 139 0000 0001', displayName: null };
const dialling: CallEvent = { type: 'dialling', call: 'a', at: 0, remoteParty };
const rings: CallEvent = { type: 'remote-ringing', call: 'a', at: 10, earlyMedia: false };
const earlyMedia: CallEvent = { type: 'remote-ringing', call: 'a', at: 20, earlyMedia: true };
const ended = (end: (CallEvent & { type: 'ended' })['end']): CallEvent => ({
  ...{ type: 'ended', call: 'a', at: 30, end },
});

function controllerBed(settings: Partial<Settings> = {}) {
  const journal = new FakeStream();
  const played: (Tone | 'silence')[] = [];
  const last = () => played.at(-1) ?? 'silence';
  const controller = new RingbackController({
    journal,
    settings: { value: { ...DEFAULT_SETTINGS, ...settings } },
    ringback: {
      // As the real one does, it goes on where it is.
      start: (tone) => void (last() === 'silence' && played.push(tone)),
      stop: () => void (last() !== 'silence' && played.push('silence')),
    },
  });
  controller.start();
  return {
    controller,
    journal,
    played,
    after: (...events: readonly CallEvent[]) => {
      for (const event of events) journal.record('sip', event);
      return last();
    },
  };
}

test('a 180 without media is played in the tone of the country', () => {
  expect(controllerBed().after(dialling, rings)).toBe(RINGBACK_TONES.CN);
  expect(controllerBed({ ringback: 'TW' }).after(dialling, rings)).toBe(RINGBACK_TONES.TW);
  expect(controllerBed({ ringback: 'off' }).after(dialling, rings)).toBe('silence');
});

test('a call that only was sent makes no sound', () => {
  expect(controllerBed().after(dialling)).toBe('silence');
});

test('more 180s, of the same branch or of others, neither double the tone nor begin it again', () => {
  const bed = controllerBed();
  bed.after(dialling, rings, rings, { ...rings, at: 4_000 });
  expect(bed.played).toEqual([RINGBACK_TONES.CN]);
});

test('early media replaces the tone, which returns when the network is no longer heard', () => {
  expect(controllerBed().after(dialling, rings, earlyMedia)).toBe('silence');
  const bed = controllerBed();
  expect(bed.after(dialling, earlyMedia, rings, rings)).toBe(RINGBACK_TONES.CN);
  expect(bed.after(earlyMedia)).toBe('silence');
  expect(bed.played).toEqual([RINGBACK_TONES.CN, 'silence']);
});

test.each<CallEvent>([
  { type: 'answered', call: 'a', at: 30 },
  ended({ how: 'cancelled' }),
  ended({ how: 'refused', sipStatus: 486, cause: 'busy', phrase: null }),
  ended({ how: 'no-answer' }),
  ended({ how: 'failed', cause: 'connection-lost', sipStatus: null }),
  ended({ how: 'lost' }),
])('it stops with $type $end.how', (event) => {
  expect(controllerBed().after(dialling, rings, event)).toBe('silence');
});

test('it stops with the host', () => {
  const bed = controllerBed();
  bed.after(dialling, rings);
  bed.controller.stop();
  expect(bed.played.at(-1)).toBe('silence');
  expect(bed.journal.observers).toBe(0);
});

test('an inbound call that rings, or one on hold, has no ringback', () => {
  const ringing: CallEvent = { type: 'ringing', call: 'b', at: 1, remoteParty, queuedMs: null };
  expect(controllerBed().after(ringing)).toBe('silence');
  const held: CallEvent = { type: 'held', call: 'b', at: 3, holdOriginator: 'local' };
  const bed = controllerBed();
  bed.after(ringing, { type: 'answered', call: 'b', at: 2 }, held);
  expect(bed.after(dialling, rings)).toBe(RINGBACK_TONES.CN);
  expect(bed.after(ended({ how: 'cancelled' }))).toBe('silence');
});
