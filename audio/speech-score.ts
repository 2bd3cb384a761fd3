import { FRAME_MS } from './frame.ts';

/** Frames used before and after the judged one: a word is longer than a frame. */
const BEHIND = 4;
export const FRAMES_AHEAD = 6;
/** Delay from the end of a frame to its verdict. */
export const MODEL_DELAY_MS = FRAMES_AHEAD * FRAME_MS;
/** Keeps log odds within ±4.6, so that one frame does not outweigh its neighbours. */
const LEAST_DOUBT = 0.01;
/** A higher rise is loudness and no proof of speech: music and tones rise too. */
const LARGEST_RISE_DB = 6;
/** Log odds at which speech is as likely as not. See docs/decisions/line-listening.md. */
const EVEN = 3;

/** Evidence of the last frames, newest last. */
export type ScoreWindow = readonly number[];

/**
 * Probability that the frame MODEL_DELAY_MS ago was speech: the model's log odds plus the rise over
 * the noise, mean over the frames around it. Null until there are enough frames.
 */
export function foldSpeechScore(
  before: ScoreWindow,
  probability: number,
  riseDb: number,
): { readonly state: ScoreWindow; readonly speech: number | null } {
  const logOdds = Math.log((probability + LEAST_DOUBT) / (1 - probability + LEAST_DOUBT));
  const state = [...before.slice(-(BEHIND + FRAMES_AHEAD)), logOdds + Math.min(riseDb, LARGEST_RISE_DB)];
  if (state.length <= FRAMES_AHEAD) return { state, speech: null };
  const mean = state.reduce((sum, evidence) => sum + evidence, 0) / state.length;
  return { state, speech: 1 / (1 + Math.exp(EVEN - mean)) };
}
