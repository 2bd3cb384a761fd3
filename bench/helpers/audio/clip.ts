import { gain, levelOf, mix, speechLevelOf } from './level.ts';
import { NOBODY, NOISES, noiseAt } from './noises.ts';
import { randomSource } from './random.ts';
import { RATE } from './run-sox.ts';
import { losePackets, overTheTelephone, telephoneBand } from './telephone.ts';
import { type Split, speak, VOICES } from './voices.ts';

/** One recording and the truth about it: a label every 10 ms. */
export interface Clip {
  readonly condition: string;
  readonly sound: Float32Array;
  /** 1 where somebody speaks, pauses between words of up to 120 ms included. */
  readonly speech: Uint8Array;
}

export const LABEL_SAMPLES = 80;
export const LEVELS = [-15, -20, -25, -30, -35, -40, -45, -50] as const;
export const SNRS = [20, 15, 10, 5, 0] as const;
const NORMAL_LEVEL = -25;
const IDLE_NOISE = -68;

/** Every clip of a split. */
export function makeClips(split: Split): Clip[] {
  const talks = VOICES[split].map((voice, v) => makeTalk((sentence) => speak(voice, sentence + v), 100 + v));
  return [...clipsOfTalks(talks, split), ...nobodyClips(split)];
}

export function clipsOfTalks(talks: readonly Float32Array[], split: Split): Clip[] {
  const clips: Clip[] = [];
  const noises = Object.entries(NOISES[split]).map(([kind, make]) => [kind, telephoneBand(make())] as const);
  talks.forEach((talk, v) => {
    const speech = labelSpeech(talk);
    const at = (level: number) => withIdleNoise(gain(talk, level - speechLevelOf(talk)), 300 + v);
    for (const level of LEVELS)
      clips.push({ condition: `level ${level} dBFS`, sound: overTheTelephone(at(level)), speech });
    const normal = at(NORMAL_LEVEL);
    clips.push({ condition: 'G.711', sound: overTheTelephone(normal), speech });
    for (const share of [0.05, 0.15]) {
      const sound = losePackets(overTheTelephone(normal), share, 400 + v);
      clips.push({ condition: `${share * 100} % packets lost`, sound, speech });
    }
    // Each talk gets half of the noises, in turn: the conditions are pooled over all of them.
    for (const [kind, noise] of noises.filter((_, k) => (k + v) % 2 === 0)) {
      for (const snr of SNRS) {
        const noisy = mix(normal, noiseAt(noise, NORMAL_LEVEL - snr), v * 7919);
        const condition = kind.startsWith('babble') ? `babble ${snr} dB` : `${snr} dB`;
        clips.push({ condition, sound: overTheTelephone(noisy), speech });
      }
    }
  });
  return clips;
}

export function nobodyClips(split: Split): Clip[] {
  return Object.entries(NOBODY[split]).map(([kind, [make, level]]) => {
    const sound = overTheTelephone(withIdleNoise(noiseAt(make(), level), 77));
    return {
      condition: `nobody: ${kind}`,
      sound,
      speech: new Uint8Array(Math.floor(sound.length / LABEL_SAMPLES)),
    };
  });
}

/** Some sentences with pauses of 0.3 to 3 s, about half of it speech. */
export function makeTalk(say: (sentence: number) => Float32Array, seed: number): Float32Array {
  const random = randomSource(seed);
  const parts: Float32Array[] = [new Float32Array(Math.floor(RATE * (0.5 + 2 * random())))];
  for (let sentence = 0; sentence < 3; sentence += 1) {
    const said = say(sentence);
    parts.push(
      gain(said, -25 - speechLevelOf(said)),
      new Float32Array(Math.floor(RATE * (0.3 + 2.7 * random()))),
    );
  }
  return joined(parts);
}

export function joined(parts: readonly Float32Array[]): Float32Array {
  const sound = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    sound.set(part, at);
    at += part.length;
  }
  return sound;
}

function withIdleNoise(sound: Float32Array, seed: number): Float32Array {
  const random = randomSource(seed);
  const strength = 10 ** (IDLE_NOISE / 20) * Math.sqrt(3);
  return sound.map((sample) => sample + strength * (2 * random() - 1));
}

/** Speech: within 35 dB of the loud parts; gaps up to 120 ms closed, blips under 30 ms dropped. */
export function labelSpeech(clean: Float32Array): Uint8Array {
  const levels = Array.from({ length: Math.floor(clean.length / LABEL_SAMPLES) }, (_, i) =>
    levelOf(clean, i * LABEL_SAMPLES, (i + 1) * LABEL_SAMPLES),
  );
  const loud = [...levels].filter((level) => level > -80).sort((a, b) => a - b);
  const threshold = (loud[Math.floor(loud.length * 0.95)] ?? 0) - 35;
  const labels = Uint8Array.from(levels, (level) => (level > threshold ? 1 : 0));
  flipShortRuns(labels, 0, 12);
  flipShortRuns(labels, 1, 3);
  return labels;
}

function flipShortRuns(labels: Uint8Array, value: 0 | 1, upTo: number): void {
  let start = 0;
  for (let i = 1; i <= labels.length; i += 1) {
    if (i < labels.length && labels[i] === labels[start]) continue;
    const inside = start > 0 && i < labels.length;
    if (inside && labels[start] === value && i - start <= upTo) labels.fill(1 - value, start, i);
    start = i;
  }
}
