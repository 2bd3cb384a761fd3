import type { CallEvent, CallId, Instant } from '../call-event.ts';
import type { PhoneReport } from './phone-report.ts';

/** A call as the reports about it show it. */
export interface ReportedCall {
  readonly id: CallId;
  /** The phone's own id; null where no report gave one. */
  readonly phoneId: string | null;
  readonly direction: 'inbound' | 'outbound';
  readonly number: string | null;
  readonly name: string | null;
  readonly state: 'begun' | 'established';
  readonly isHeld: boolean;
  readonly startedAt: Instant;
  /** The last report about it. */
  readonly reportedAt: Instant;
  /** It ended unanswered, unless an answer that was overtaken still arrives. */
  readonly end: { readonly report: PhoneReport; readonly at: Instant } | null;
}

/** A report that came before the beginning of its call. */
export interface EarlyReport {
  readonly report: PhoneReport;
  readonly at: Instant;
}

export interface PastCall extends Pick<ReportedCall, 'id' | 'phoneId' | 'direction' | 'number'> {
  readonly endedAt: Instant;
  /** No report ended it: it may go on. */
  readonly byTime: boolean;
}

/** What one agent's phones are doing, as far as they report it. */
export interface ReportedPhone {
  readonly calls: readonly ReportedCall[];
  readonly early: readonly EarlyReport[];
  readonly past: readonly PastCall[];
}

export const NO_REPORTS: ReportedPhone = { calls: [], early: [], past: [] };

/** The phone after a report or some time, and what that means for its calls. */
export interface Reported {
  readonly phone: ReportedPhone;
  readonly events: readonly CallEvent[];
}

/** Bounds and delays, ms. */
export const REPORT_LIMITS = {
  /** An answer that was sent before the end arrives within this time after it. */
  overtakenMs: 700,
  /** The beginning of a call arrives within this time after a report that overtook it. */
  beginningMs: 1_500,
  /** An end with an id waits longer: a beginning that a phone repeats must not ring any more. */
  knownEndMs: 60_000,
  /** A late or doubled report without an id belongs to a call that ended within this time. */
  lateMs: 10_000,
  /** A beginning without an id, for a number whose call has just ended, is a doubled one. */
  doubledBeginningMs: 2_000,
  /** Within this time a second beginning of one number is the first one once more. */
  sameBeginningMs: 30_000,
  /** Nothing rings longer without saying so. */
  longestRingMs: 90_000,
  longestDialMs: 180_000,
  /** A call of which nothing is reported for so long has ended. */
  longestCallMs: 4 * 3_600_000,
  liveCalls: 20,
  earlyReports: 50,
  pastCalls: 200,
} as const;

/** When `passTime` changes something by itself; null: never. */
export function nextChangeOf({ calls, early }: ReportedPhone): Instant | null {
  const times = [...calls.map(dueAt), ...early.map(expiresAt)];
  return times.length === 0 ? null : Math.min(...times);
}

export function dueAt(call: ReportedCall): Instant {
  if (call.end !== null) return call.end.at + REPORT_LIMITS.overtakenMs;
  if (call.state === 'established') return call.reportedAt + REPORT_LIMITS.longestCallMs;
  const { longestRingMs, longestDialMs } = REPORT_LIMITS;
  return call.reportedAt + (call.direction === 'inbound' ? longestRingMs : longestDialMs);
}

export function expiresAt({ report, at }: EarlyReport): Instant {
  const isKnownEnd = report.call !== null && isEnding(report.event);
  return at + (isKnownEnd ? REPORT_LIMITS.knownEndMs : REPORT_LIMITS.beginningMs);
}

export function isEnding(event: PhoneReport['event']): boolean {
  return event === 'ended' || event === 'missed' || event === 'refused' || event === 'elsewhere';
}
