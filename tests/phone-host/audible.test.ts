import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MediaRegistry } from '../../phone-host/call/media-registry.ts';
import { Ringback } from '../../phone-host/call/ringback.ts';
import { RINGBACK_TONES } from '../../phone-host/call/ringback-tones.ts';
import { type HandClock, handClock } from '../helpers/hand-clock.ts';

type Answer = 'works' | 'hangs' | 'fails';

let output: Answer = 'works';
let clock: HandClock = handClock();
let tries = 0;

/** The parts of HTMLAudioElement that an earpiece uses. */
class FakeAudio extends EventTarget {
  loop = false;
  src = '';
  currentTime = 0;
  srcObject: MediaStream | null = null;
  pause = () => {};
  play(): Promise<void> {
    tries += 1;
    if (output === 'hangs') return new Promise(() => {});
    return output === 'works' ? Promise.resolve() : Promise.reject(new Error('no such output'));
  }
}

const elements: FakeAudio[] = [];

beforeEach(() => {
  output = 'works';
  clock = handClock();
  tries = 0;
  elements.length = 0;
  vi.stubGlobal(
    'Audio',
    class extends FakeAudio {
      constructor() {
        super();
        elements.push(this);
      }
    },
  );
  vi.stubGlobal('URL', { createObjectURL: () => 'blob:tone', revokeObjectURL: () => {} });
});
afterEach(() => vi.unstubAllGlobals());

const settled = () => new Promise((resolve) => setImmediate(resolve));

async function pass(ms: number): Promise<void> {
  await settled();
  clock.pass(ms);
  await settled();
}

const media = () => ({ remote: {} as MediaStream, own: null, readStats: async () => [] });
const noMicrophone = () => Promise.reject(new Error('no microphone'));

function registryBed() {
  const reports: boolean[] = [];
  const registry = new MediaRegistry(noMicrophone, (isAudible) => reports.push(isAudible), clock);
  return { registry, reports };
}

test.each(['hangs', 'fails'] as const)(
  'an output that %s is reported within its limit, and tried again until it works',
  async (how) => {
    output = how;
    const { registry, reports } = registryBed();
    registry.playRemote('a', media());
    await pass(3_000);
    expect(reports[0]).toBe(false);
    expect(reports).not.toContain(true);
    output = 'works';
    await pass(2_000);
    expect(reports.at(-1)).toBe(true);
  },
);

test('the agent may try at once', async () => {
  output = 'fails';
  const { registry, reports } = registryBed();
  registry.playRemote('a', media());
  await settled();
  output = 'works';
  registry.retry();
  await settled();
  expect(reports).toEqual([false, true]);
});

test('an output that vanishes in a call pauses its element: it is played again', async () => {
  const { registry, reports } = registryBed();
  registry.playRemote('a', media());
  await settled();
  output = 'fails';
  elements[0]?.dispatchEvent(new Event('pause'));
  await settled();
  expect(reports.at(-1)).toBe(false);
  output = 'works';
  await pass(2_000);
  expect(reports.at(-1)).toBe(true);
});

test('after the call nothing is tried, and nothing is wrong any more', async () => {
  output = 'fails';
  const { registry, reports } = registryBed();
  registry.playRemote('a', media());
  await settled();
  registry.release('a');
  const before = tries;
  await pass(60_000);
  expect(tries).toBe(before);
  expect(reports.at(-1)).toBe(true);
});

test('ringback that cannot be reports is reported and tried again', async () => {
  output = 'hangs';
  const reports: boolean[] = [];
  const ringback = new Ringback((isAudible) => reports.push(isAudible), clock);
  ringback.start(RINGBACK_TONES.CN);
  await pass(3_000);
  output = 'works';
  await pass(2_000);
  expect(reports).toEqual([false, true]);
});
