import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RING_CADENCES } from '../../contract/pack/ring-cadence.ts';
import { Ringer } from '../../phone-host/call/ringer.ts';
import { type HandClock, handClock } from '../helpers/hand-clock.ts';

type Answer = 'works' | 'hangs' | 'fails';

const outputs = new Map<string, Answer>();
let plays: Answer = 'works';
let sink = '';

function answer(how: Answer): Promise<void> {
  if (how === 'hangs') return new Promise(() => {});
  return how === 'works' ? Promise.resolve() : Promise.reject(new Error('no such output'));
}

/** The parts of HTMLAudioElement that the ringer uses. */
class FakeAudio {
  loop = false;
  src = '';
  volume = 1;
  currentTime = 0;
  play = () => answer(plays);
  pause = () => {};
  setSinkId = async (output: string) => {
    await answer(outputs.get(output) ?? 'works');
    sink = output;
  };
}

beforeEach(() => {
  outputs.clear();
  plays = 'works';
  sink = '';
  vi.stubGlobal('Audio', FakeAudio);
});
afterEach(() => vi.unstubAllGlobals());

/** Arms the ringer while the time passes. */
async function armed(output: string): Promise<string> {
  const clock: HandClock = handClock();
  let state: string | null = null;
  const ringer = new Ringer(clock);
  void ringer.arm({ cadence: RING_CADENCES.CN, output, volume: 1 }).then((result) => {
    state = result;
  });
  for (let step = 0; step < 20 && state === null; step += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    clock.pass(3_000);
  }
  return state ?? 'waiting for ever';
}

test('an output that works is used', async () => {
  expect(await armed('headset')).toBe('armed');
  expect(sink).toBe('headset');
});

test.each(['fails', 'hangs'] as const)('an output that %s: the default one is used', async (how) => {
  outputs.set('headset', how);
  expect(await armed('headset')).toBe('armed');
  expect(sink).toBe('');
});

test.each(['fails', 'hangs'] as const)(
  'no output answers (%s): silent, and nothing is thrown',
  async (how) => {
    outputs.set('headset', how).set('', how);
    expect(await armed('headset')).toBe('silent');
  },
);

test.each(['fails', 'hangs'] as const)('the sound %s: silent', async (how) => {
  plays = how;
  expect(await armed('')).toBe('silent');
});
