import type { Instant } from '../calls/call-event.ts';
import type { AnalysedFrame } from './frame.ts';
import type { LineStats } from './line-stats.ts';

/** The state of the call as the phone reports it. */
export interface CallStatus {
  readonly muted: boolean;
  /** By either side. */
  readonly held: boolean;
}

/** Everything that the line analyser folds, each with its own time. */
export type AnalyserInput =
  | { readonly input: 'frame'; readonly frame: AnalysedFrame }
  | { readonly input: 'stats'; readonly at: Instant; readonly stats: LineStats }
  | { readonly input: 'call-status'; readonly at: Instant; readonly callStatus: CallStatus };
