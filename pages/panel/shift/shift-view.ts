import type { Instant } from '../../../calls/call-event.ts';
import type { Readiness } from '../../../contract/team/readiness.ts';
import type { PreflightResult } from '../../../rules/shift/preflight.ts';

export interface BreakChoice {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
}

/** How the agent stands, in the status line. */
export interface ShiftView {
  readonly readiness: Readiness;
  readonly since: Instant;
  /** End of a wrap-up that ends by itself; null elsewhere. */
  readonly endsAt: Instant | null;
  /** The break that is on. */
  readonly rest: BreakChoice | null;
}

/** The sheet behind the status line: what the agent can be, and what the day was made of. */
export interface ShiftSheetView {
  readonly kind: 'shift';
  readonly shift: ShiftView | null;
  readonly signedInAt: Instant | null;
  readonly breaks: readonly BreakChoice[];
  /** ms today. */
  readonly today: Readonly<Record<Exclude<Readiness['state'], 'offline'>, number>>;
  readonly breaksToday: readonly { readonly title: string; readonly ms: number; readonly count: number }[];
  /** Calls of today that came while the agent was not ready. */
  readonly turnedAway: number;
}

/** What is still open when an agent wants to leave. */
export interface SignOutView {
  readonly kind: 'sign-out';
  readonly orders: number;
  readonly callBacks: number;
  /** A wrap-up that is not finished. */
  readonly unfinished: number;
  /** A sheet was written or signed since the shift began. */
  readonly handedOver: boolean;
}

/** The short checklist at the start of a shift. */
export interface SignInView {
  readonly checks: readonly PreflightResult[];
  /** The last shift was never signed out of, and ended then. */
  readonly lapsedAt: Instant | null;
}

export type ShiftAction =
  | { readonly do: 'be'; readonly readiness: Readiness }
  | { readonly do: 'sign-out' }
  /** The break that is offered after a hard call: finishes the wrap-up too. */
  | { readonly do: 'start-break'; readonly reason: string };
