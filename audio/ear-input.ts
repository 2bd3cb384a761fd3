import type { Instant } from '../calls/call-event.ts';
import type { HeardFrame } from './frame.ts';
import type { LineStats } from './line-stats.ts';

/** What the phone knows of the call and the ear cannot hear. */
export interface CallStanding {
  readonly muted: boolean;
  /** By either side. */
  readonly held: boolean;
}

/** Everything that reaches the ear, each with its own time. */
export type EarInput =
  | { readonly input: 'frame'; readonly frame: HeardFrame }
  | { readonly input: 'stats'; readonly at: Instant; readonly stats: LineStats }
  | { readonly input: 'standing'; readonly at: Instant; readonly standing: CallStanding };
