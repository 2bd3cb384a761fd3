import type { Instant } from '../calls/call-event.ts';

/** A condition that holds or not, reported only after it has lasted. */
export type Lasting =
  | { readonly reported: false; readonly since: Instant | null }
  | { readonly reported: true; readonly since: Instant; readonly absentSince: Instant | null };

export const NOT_SO: Lasting = { reported: false, since: null };

export interface Patience {
  /** Reported after it held for this long without a break, ms. */
  readonly afterMs: number;
  /** Ended after it did not hold for this long, ms. */
  readonly releaseMs: number;
}

export interface Change {
  readonly what: 'began' | 'ended';
  /** When it began or ended: earlier than the report. */
  readonly at: Instant;
}

/** Hysteresis in time: a condition that flickers is not reported. */
export function foldLasting(
  before: Lasting,
  holds: boolean,
  at: Instant,
  { afterMs, releaseMs }: Patience,
): { readonly state: Lasting; readonly change: Change | null } {
  if (!before.reported) {
    if (!holds) return { state: NOT_SO, change: null };
    const since = before.since ?? at;
    if (at - since < afterMs) return { state: { reported: false, since }, change: null };
    return { state: { reported: true, since, absentSince: null }, change: { what: 'began', at: since } };
  }
  if (holds) return { state: { ...before, absentSince: null }, change: null };
  const absentSince = before.absentSince ?? at;
  if (at - absentSince < releaseMs) return { state: { ...before, absentSince }, change: null };
  return { state: NOT_SO, change: { what: 'ended', at: absentSince } };
}
