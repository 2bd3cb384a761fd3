import type { RingMoment } from '../../../rules/ring/ring-timer.ts';

/** The ring timer's answer for this moment, with what it was asked for. */
export interface RingView {
  readonly moment: RingMoment;
  /** Rings within which the call is to be answered. */
  readonly limit: number;
  /** Length of one ring, ms. */
  readonly ringMs: number;
}

export interface ScriptChoice {
  readonly situation: string;
  readonly title: string;
  /** Where the query matched, or the first sentence. */
  readonly excerpt: string;
  /** Number key that picks it, 1–9; null if not pinned. */
  readonly pin: number | null;
}
