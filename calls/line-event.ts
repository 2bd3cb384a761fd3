import type { CallId, Instant } from './call-event.ts';
import type { LineVerdict } from './line-verdict.ts';

/** Whose voice: the remote party's track or the agent's own. */
export type Side = 'remote' | 'agent';

interface Detected<T extends string> {
  readonly type: T;
  readonly call: CallId;
  readonly at: Instant;
  /** 0…1, how sure the listener is; events picked by the agent or a test say 1. */
  readonly confidence: number;
}

/**
 * What was heard on the line. `at` is when it began to be so, which may be a little before it was reported: silence
 * that is noticed after a second has lasted for that second already.
 */
export type LineEvent =
  | (Detected<'speech-began'> & { readonly side: Side })
  | (Detected<'silence-began'> & { readonly side: Side })
  | Detected<'noise-began'>
  | Detected<'noise-ended'>
  | Detected<'quiet-voice-began'>
  | Detected<'quiet-voice-ended'>
  /** The remote voice is overdriven: cut off at the largest number the line can carry. */
  | Detected<'clipping-began'>
  | Detected<'clipping-ended'>
  /** No RTP packet arrives, though none of the sides holds the call. */
  | Detected<'media-stopped'>
  | Detected<'media-resumed'>
  | (Detected<'packet-loss-began'> & {
      /** 0…1, of the packets expected. */
      readonly lossShare: number;
    })
  | Detected<'packet-loss-ended'>
  /** The agent talks, and the caller cannot hear it. */
  | Detected<'talking-muted-began'>
  | Detected<'talking-muted-ended'>
  /** Neither side speaks. */
  | Detected<'dead-air-began'>
  | Detected<'dead-air-ended'>
  | Detected<'both-talking-began'>
  | Detected<'both-talking-ended'>
  /** The agent switched listening off in mid-call, or it failed: what was said of the line no longer holds. */
  | Detected<'listening-stopped'>
  /** The verdict on the line changed; `confidence` is the verdict's own. */
  | (Detected<'line-judged'> & { readonly verdict: LineVerdict });
