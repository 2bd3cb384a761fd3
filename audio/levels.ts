import type { Instant } from '../calls/call-event.ts';
import type { AnalysedFrame } from './frame.ts';

const WINDOW_MS = 8_000;
/** The window is summed up this often. */
const SUM_EVERY_MS = 256;
const SURELY_SPEECH = 0.7;
const SURELY_NOT = 0.2;
/** Fewer frames than this (about a second, half a second) say nothing about a level. */
const LEAST_SPEECH = 30;
const LEAST_NOISE = 16;
/** The loudest fifth is not noise: ends of words, a door, a word that was not recognised. */
const STEADY = 0.8;
/** The level of a voice is remembered during the pauses of a conversation. */
const VOICE_REMEMBERED_MS = 30_000;
/** Five seconds of speech, without the pauses: one word that dies away is not a faint voice. */
const VOICE_FRAMES = 156;

/** How loud somebody speaks, over the speech of the last time. */
interface VoiceLevel {
  /** Mean power, full scale 1. */
  readonly power: number;
  readonly frames: number;
  readonly detectedAt: Instant;
}

const NO_VOICE: VoiceLevel = { power: 0, frames: 0, detectedAt: Number.NEGATIVE_INFINITY };

interface Summary {
  /** Mean power without speech, dBFS; if somebody speaks all the time, the 10th percentile. */
  readonly noiseDbfs: number | null;
  /** 95th less 10th percentile, dB. */
  readonly spreadDb: number | null;
  /** Share of the spoken frames that are clipped. */
  readonly clippedShare: number;
}

/** The last seconds of one side. */
export interface Levels extends Summary {
  readonly voice: VoiceLevel;
  /** Mean power of the speech, dBFS. */
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

function foldVoiceLevel(before: VoiceLevel, { dbfs, at }: AnalysedFrame): VoiceLevel {
  const frames = Math.min(before.frames + 1, VOICE_FRAMES);
  return { power: before.power + (10 ** (dbfs / 10) - before.power) / frames, frames, detectedAt: at };
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
