import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CallMedia } from '../../calls/media-access.ts';
import { DEFAULT_SETTINGS } from '../../contract/settings/settings.ts';
import { MediaRegistry } from '../../phone-host/call/media-registry.ts';
import { handClock } from '../helpers/hand-clock.ts';

/** The parts of HTMLAudioElement that an earpiece uses. `unplugged` refuses. */
class FakeAudio extends EventTarget {
  volume = 1;
  sink = '';
  srcObject: MediaStream | null = null;
  pause = () => {};
  play = () => Promise.resolve();
  async setSinkId(output: string): Promise<void> {
    if (output === 'unplugged') throw new DOMException('no such output', 'NotFoundError');
    this.sink = output;
  }
}

class FakeStream extends EventTarget {
  stopped = false;
  lost = false;
  constructor() {
    super();
    this.addEventListener('inactive', () => {
      this.lost = true;
    });
  }
  getTracks = () => [
    {
      readyState: this.stopped ? 'ended' : 'live',
      stop: () => {
        this.stopped = true;
      },
    },
  ];
}

const elements: FakeAudio[] = [];
const opened: { readonly constraints: MediaStreamConstraints; readonly stream: FakeStream }[] = [];

beforeEach(() => {
  elements.length = 0;
  opened.length = 0;
  vi.stubGlobal(
    'Audio',
    class extends FakeAudio {
      constructor() {
        super();
        elements.push(this);
      }
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

const settled = () => new Promise((resolve) => setImmediate(resolve));

function registry() {
  return new MediaRegistry(
    async (constraints) => {
      if (JSON.stringify(constraints).includes('unplugged'))
        throw new DOMException('', 'OverconstrainedError');
      const stream = new FakeStream();
      opened.push({ constraints, stream });
      return stream as unknown as MediaStream;
    },
    () => {},
    handClock(),
  );
}

const MEDIA = { remote: {}, own: null, readStats: async () => [] } as unknown as CallMedia;

test('another microphone during calls: each call is asked to open it, and nothing else is', async () => {
  const media = registry();
  media.use({ ...DEFAULT_SETTINGS, microphone: 'headset' });
  await media.getMicrophone();
  await media.getMicrophone();
  expect(opened[0]?.constraints).toEqual({
    audio: {
      ...{ echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      deviceId: { exact: 'headset' },
    },
  });
  media.use({ ...DEFAULT_SETTINGS, microphone: 'headset', voiceVolume: 0.4 });
  expect(opened.map(({ stream }) => stream.lost)).toEqual([false, false]);
  media.use({ ...DEFAULT_SETTINGS, microphone: 'conference', voiceVolume: 0.4 });
  expect(opened.map(({ stream }) => [stream.lost, stream.stopped])).toEqual([
    [true, true],
    [true, true],
  ]);
  await media.getMicrophone();
  expect(opened[2]?.constraints.audio).toMatchObject({ deviceId: { exact: 'conference' } });
});

test('a microphone whose call is over is not touched any more', async () => {
  const media = registry();
  await media.getMicrophone();
  opened[0]?.stream.getTracks()[0]?.stop();
  media.use({ ...DEFAULT_SETTINGS, noiseSuppression: false });
  expect(opened[0]?.stream.lost).toBe(false);
});

test('voices go to the chosen output at the chosen volume, those of calls that are up too', async () => {
  const media = registry();
  media.playRemote('a', MEDIA);
  media.use({ ...DEFAULT_SETTINGS, voiceOutput: 'headset', voiceVolume: 0.6 });
  await settled();
  expect(elements.map(({ sink, volume }) => [sink, volume])).toEqual([['headset', 0.6]]);
});

test('an output that refuses gives way to the default', async () => {
  const media = registry();
  media.use({ ...DEFAULT_SETTINGS, voiceOutput: 'headset' });
  media.playRemote('a', MEDIA);
  await settled();
  media.use({ ...DEFAULT_SETTINGS, voiceOutput: 'unplugged' });
  await settled();
  expect(elements.map(({ sink }) => sink)).toEqual(['']);
});

test('a microphone that cannot be opened gives way to the default', async () => {
  const media = registry();
  media.use({ ...DEFAULT_SETTINGS, microphone: 'unplugged' });
  expect((await media.getMicrophone()).ok).toBe(true);
  expect(opened[0]?.constraints.audio).not.toHaveProperty('deviceId');
});
