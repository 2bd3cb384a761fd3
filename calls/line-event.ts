import type { CallId, Instant } from './call-event.ts';
import type { LineVerdict } from './line-verdict.ts';

/** Whose voice: the remote party's track or the agent's own. */
export type Side = 'remote' | 'agent';

interface Heard<T extends string> {
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
  | (Heard<'speech-began'> & { readonly side: Side })
  | (Heard<'silence-began'> & { readonly side: Side })
  | Heard<'noise-began'>
  | Heard<'noise-ended'>
  | Heard<'quiet-voice-began'>
  | Heard<'quiet-voice-ended'>
  /** The remote voice is overdriven: cut off at the largest number the line can carry. */
  | Heard<'clipping-began'>
  | Heard<'clipping-ended'>
  /** No RTP packet arrives, though none of the sides holds the call. */
  | Heard<'media-stopped'>
  | Heard<'media-resumed'>
  | (Heard<'packet-loss-began'> & {
      /** 0…1, of the packets expected. */
      readonly lossShare: number;
    })
  | Heard<'packet-loss-ended'>
  /** The agent talks, and the caller cannot hear it. */
  | Heard<'talking-muted-began'>
  | Heard<'talking-muted-ended'>
  /** Neither side speaks. */
  | Heard<'dead-air-began'>
  | Heard<'dead-air-ended'>
  | Heard<'both-talking-began'>
  | Heard<'both-talking-ended'>
  /** The agent switched listening off in mid-call, or it failed: what was said of the line no longer holds. */
  | Heard<'listening-stopped'>
  /** The verdict on the line changed; `confidence` is the verdict's own. */
  | (Heard<'line-judged'> & { readonly verdict: LineVerdict });
