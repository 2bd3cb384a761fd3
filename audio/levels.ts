import type { Instant } from '../calls/call-event.ts';
import type { AnalysedFrame } from './frame.ts';
import { foldVoiceLevel, NO_VOICE, type VoiceLevel } from './voice-level.ts';

const WINDOW_MS = 8_000;
/** The window is summed up this often; in between the last sums hold. */
const SUM_EVERY_MS = 256;
const SURELY_SPEECH = 0.7;
const SURELY_NOT = 0.2;
/** Fewer frames than this (about a second, half a second) say nothing about a level. */
const LEAST_SPEECH = 30;
const LEAST_NOISE = 16;
/** The loudest fifth is left out of the noise: ends of words, a door, a word that was not recognised. */
const STEADY = 0.8;
/** A voice's level is remembered through the pauses of a conversation. */
const VOICE_REMEMBERED_MS = 30_000;

interface Summary {
  /** Mean power of what is not spoken, dBFS; where somebody speaks all the time, the level that is passed nine times in ten. */
  readonly noiseDbfs: number | null;
  /** 95th less 10th percentile, dB. */
  readonly spreadDb: number | null;
  /** Share of the spoken frames that are clipped. */
  readonly clippedShare: number;
}

/** The last seconds of one side. */
export interface Levels extends Summary {
  readonly voice: VoiceLevel;
  /** Mean power of what is spoken, dBFS. */
  readonly speechDbfs: number | null;
  readonly frames: readonly AnalysedFrame[];
  readonly summedAt: Instant;
}

export const NO_LEVELS: Levels = {
  ...{ noiseDbfs: null, spreadDb: null, clippedShare: 0 },
  ...{ voice: NO_VOICE, speechDbfs: null, frames: [], summedAt: Number.NEGATIVE_INFINITY },
};

export function foldLevels(before: Levels, frame: AnalysedFrame): Levels {
  const voice = frame.speech >= SURELY_SPEECH ? foldVoiceLevel(before.voice, frame) : before.voice;
  if (frame.at - before.summedAt < SUM_EVERY_MS) {
    return { ...before, voice, frames: [...before.frames, frame] };
  }
  const frames = [...before.frames.filter(({ at }) => at > frame.at - WINDOW_MS), frame];
  const known = voice.frames >= LEAST_SPEECH && voice.detectedAt > frame.at - VOICE_REMEMBERED_MS;
  const speechDbfs = known ? 10 * Math.log10(voice.power + 1e-12) : null;
  return { voice, speechDbfs, frames, summedAt: frame.at, ...sumUp(frames) };
}

function sumUp(frames: readonly AnalysedFrame[]): Summary {
  const speech = frames.filter((frame) => frame.speech >= SURELY_SPEECH);
  const other = frames
    .filter((frame) => frame.speech <= SURELY_NOT)
    .map(({ dbfs }) => dbfs)
    .sort((a, b) => a - b);
  const sorted = frames.map(({ dbfs }) => dbfs).sort((a, b) => a - b);
  const tenth = percentile(sorted, 0.1);
  const enough = sorted.length >= LEAST_SPEECH;
  const clipped = speech.filter(({ clippedShare }) => clippedShare > 0.01).length;
  return {
    noiseDbfs:
      other.length >= LEAST_NOISE
        ? meanPower(other.slice(0, Math.ceil(other.length * STEADY)))
        : enough
          ? tenth
          : null,
    spreadDb: enough ? percentile(sorted, 0.95) - tenth : null,
    clippedShare: speech.length >= LEAST_SPEECH ? clipped / speech.length : 0,
  };
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

function meanPower(dbfs: readonly number[]): number {
  return 10 * Math.log10(dbfs.reduce((sum, level) => sum + 10 ** (level / 10), 0) / dbfs.length);
}
