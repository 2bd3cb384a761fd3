import type { Instant } from '../calls/call-event.ts';
import type { Side } from '../calls/vocabulary/side.ts';

/** Samples a second. Telephone speech ends at 3400 Hz (ITU-T G.712): more would only cost. */
export const SAMPLE_RATE = 8000;
/** What the speech model takes at a time: 32 ms. */
export const FRAME_SAMPLES = 256;
export const FRAME_MS = (FRAME_SAMPLES / SAMPLE_RATE) * 1000;

/** One frame, measured and judged. */
export interface AnalysedFrame {
  readonly side: Side;
  /** Middle of the frame, not the later moment at which it was judged. */
  readonly at: Instant;
  /** Root mean square, dBFS. */
  readonly dbfs: number;
  /** 0…1, of the samples at the largest number that the line carries. */
  readonly clippedShare: number;
  /** 0…1, that somebody speaks (speech-score.ts). */
  readonly speech: number;
}
