import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lineNoise } from '../../browser/line-noise.ts';
import { PracticeModel } from '../../pages/panel/practice/practice-model.ts';
import { DEFAULT_KEY_MAP } from '../../pages/session/key-map.ts';
import type { TrainingCallerId } from '../../practice/training/training-caller.ts';
import { TRAINING_CALLERS } from '../../practice/training/training-callers.ts';
import { Profile } from '../helpers/profile.ts';
import { practicePage } from './practice-page.ts';
import { followingAgent, playCall } from './scripted-agents.ts';

let profile: Profile;
let model: PracticeModel;
/** What an ear notices: each change of the noise, with the caller on the line. */
let noises: boolean[];
beforeEach(async () => {
  profile = new Profile();
  noises = [];
  model = new PracticeModel({
    page: practicePage(await profile.signedIn()),
    keys: () => DEFAULT_KEY_MAP,
    pins: () => null,
    now: () => profile.now,
    voice: { say: () => {}, stop: () => {} },
    noise: {
      play: (isOn) => {
        if (noises.at(-1) !== isOn) noises.push(isOn);
      },
    },
    random: () => 0,
  });
});
afterEach(() => profile.quit());

function plays(id: TrainingCallerId): readonly boolean[] {
  const caller = TRAINING_CALLERS.find((one) => one.id === id);
  if (caller === undefined) throw new Error(`no caller ${id}`);
  playCall(model, profile, caller, followingAgent());
  return noises;
}

it('a noisy line is noisy to the ear, until the call is over', () => {
  expect(plays('noisy')).toEqual([false, true, false]);
});

it('every other line is quiet', () => {
  expect(plays('query')).toEqual([false]);
});

it('with the sound off nothing is played, and the banner says so', () => {
  model.act({ do: 'on-practice', action: { do: 'sound', on: false } });
  expect(plays('noisy')).toEqual([false]);
  expect(model.view(profile.now).practice).toMatchObject({ sound: false });
});

it('is made once, and let go of when it ends; without Web Audio there is none', () => {
  const made: string[] = [];
  const node = { gain: { value: 1 }, connect: (to: unknown) => to, start: () => made.push('start') };
  class FakeContext {
    readonly sampleRate = 8_000;
    readonly destination = node;
    createBuffer = () => ({ getChannelData: () => new Float32Array(24_000) });
    createBufferSource = () => ({ ...node, buffer: null, loop: false });
    createGain = () => node;
    close = vi.fn(async () => void made.push('close'));
  }
  vi.stubGlobal('AudioContext', FakeContext);
  const noise = lineNoise();
  noise.play(false);
  noise.play(true);
  noise.play(true);
  noise.play(false);
  noise.play(false);
  vi.unstubAllGlobals();
  expect(made).toEqual(['start', 'close']);
  expect(() => lineNoise(undefined).play(true)).not.toThrow();
});
