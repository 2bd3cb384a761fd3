import type { Instant } from '../calls/call-event.ts';
import type { Side } from '../calls/vocabulary/side.ts';

/** Samples a second. Telephone speech ends at 3400 Hz (ITU-T G.712). */
export const SAMPLE_RATE = 8000;
/** Input of the speech model: 32 ms. */
export const FRAME_SAMPLES = 256;
export const FRAME_MS = (FRAME_SAMPLES / SAMPLE_RATE) * 1000;

/** One frame, measured and judged. */
export interface AnalysedFrame {
  readonly side: Side;
  /** The middle of the frame, not the later moment of the verdict. */
  readonly at: Instant;
  /** Root mean square, dBFS. */
  readonly dbfs: number;
  /** 0…1, share of the samples at full scale. */
  readonly clippedShare: number;
  /** 0…1, probability of speech (speech-score.ts). */
  readonly speech: number;
}
