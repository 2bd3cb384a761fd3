import type { Instant } from '../calls/call-event.ts';
import type { AnalysedFrame } from './frame.ts';
import type { LineStats } from './line-stats.ts';

/** What the phone knows of the call and the ear cannot hear. */
export interface CallStatus {
  readonly muted: boolean;
  /** By either side. */
  readonly held: boolean;
}

/** Everything that reaches the ear, each with its own time. */
export type AnalyserInput =
  | { readonly input: 'frame'; readonly frame: AnalysedFrame }
  | { readonly input: 'stats'; readonly at: Instant; readonly stats: LineStats }
  | { readonly input: 'call-status'; readonly at: Instant; readonly callStatus: CallStatus };
