import type { Instant } from '../calls/call-event.ts';
import type { AnalysedFrame } from './frame.ts';

/** Five seconds of speech, however many pauses lie between: one word that dies away is not a faint voice. */
const FRAMES_OF_MEMORY = 156;

/** How loud somebody speaks, over what was spoken lately. */
export interface VoiceLevel {
  /** Mean power, full scale 1. */
  readonly power: number;
  readonly frames: number;
  readonly detectedAt: Instant;
}

export const NO_VOICE: VoiceLevel = { power: 0, frames: 0, detectedAt: Number.NEGATIVE_INFINITY };

/** One more frame that surely is speech. */
export function foldVoiceLevel(before: VoiceLevel, { dbfs, at }: AnalysedFrame): VoiceLevel {
  const frames = Math.min(before.frames + 1, FRAMES_OF_MEMORY);
  return { power: before.power + (10 ** (dbfs / 10) - before.power) / frames, frames, detectedAt: at };
}
