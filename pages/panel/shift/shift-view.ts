import type { Instant } from '../../../calls/call-event.ts';
import type { Readiness } from '../../../contract/team/readiness.ts';
import type { PreflightResult } from '../../../rules/shift/preflight.ts';

export interface BreakChoice {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
}

/** The agent's readiness in the status line. */
export interface ShiftView {
  readonly readiness: Readiness;
  readonly since: Instant;
  /** End of a wrap-up that ends by itself; else null. */
  readonly endsAt: Instant | null;
  /** The present break. */
  readonly rest: BreakChoice | null;
}

/** The sheet behind the status line: readiness to choose, and the times of the day. */
export interface ShiftSheetView {
  readonly kind: 'shift';
  readonly shift: ShiftView | null;
  readonly signedInAt: Instant | null;
  readonly breaks: readonly BreakChoice[];
  /** Milliseconds of today. */
  readonly today: Readonly<Record<Exclude<Readiness['state'], 'offline'>, number>>;
  readonly breaksToday: readonly { readonly title: string; readonly ms: number; readonly count: number }[];
  /** Today's calls while the agent was not ready. */
  readonly turnedAway: number;
}

/** What is still open when an agent signs out. */
export interface SignOutView {
  readonly kind: 'sign-out';
  readonly orders: number;
  readonly callBacks: number;
  /** What this agent's calls still leave to do. */
  readonly followUps: number;
  /** Number of unfinished wrap-ups. */
  readonly unfinished: number;
  /** A sheet was signed since the shift began. */
  readonly handedOver: boolean;
}

/** The checklist at the start of a shift. */
export interface SignInView {
  readonly checks: readonly PreflightResult[];
  /** End of the last shift if the agent did not sign out of it. */
  readonly lapsedAt: Instant | null;
}

export type ShiftAction =
  | { readonly do: 'be'; readonly readiness: Readiness }
  | { readonly do: 'sign-out' }
  /** The break offered after a hard call. Also finishes the wrap-up. */
  | { readonly do: 'start-break'; readonly reason: string };
