import type { Instant } from '../call-event.ts';
import { readNumber } from '../numbers/read-number.ts';
import type { PhoneReport } from './phone-report.ts';
import { type PastCall, REPORT_LIMITS, type ReportedCall } from './reported-phone.ts';

/** Digits by which two ways of writing one number are compared: +86 138…, 0138…, 138…. */
const COMPARED_DIGITS = 8;

/**
 * The call that a report is about. The phone's own id decides; without one, number, direction and
 * what can happen to the call now.
 */
export function findReportedCall(
  calls: readonly ReportedCall[],
  report: PhoneReport,
  now: Instant,
): ReportedCall | null {
  const own = calls.find(({ phoneId }) => phoneId !== null && phoneId === report.call);
  if (own !== undefined) return own;
  const fitting = calls.filter((call) => fits(call, report));
  const [best] = fitting.toSorted((a, b) => rank(b, report, now) - rank(a, report, now) || order(b, a));
  return best ?? null;
}

/** The call that ended just now, and of which this is a late or doubled report. */
export function findPastCall(past: readonly PastCall[], report: PhoneReport, now: Instant): PastCall | null {
  const isLate = (call: PastCall) => {
    if (report.call !== null && call.phoneId !== null) return report.call === call.phoneId;
    if (!fits(call, report)) return false;
    if (directionOf(report) === null || report.event === 'missed') {
      return now - call.endedAt <= REPORT_LIMITS.lateMs;
    }
    return report.number !== null && now - call.endedAt <= REPORT_LIMITS.doubledBeginningMs;
  };
  return past.findLast(isLate) ?? null;
}

export function isSameNumber(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [digitsOf(one), digitsOf(other)];
  if (a === b) return a !== '';
  const isLong = Math.min(a.length, b.length) >= COMPARED_DIGITS;
  return isLong && a.slice(-COMPARED_DIGITS) === b.slice(-COMPARED_DIGITS);
}

/** What a report says about the direction, itself or by its kind. */
export function directionOf({ event, direction }: PhoneReport): 'inbound' | 'outbound' | null {
  if (event === 'incoming' || event === 'missed') return 'inbound';
  return event === 'outgoing' ? 'outbound' : direction;
}

function fits(call: Pick<ReportedCall, 'phoneId' | 'number' | 'direction'>, report: PhoneReport): boolean {
  if (report.call !== null && call.phoneId !== null) return false;
  const direction = directionOf(report);
  if (direction !== null && direction !== call.direction) return false;
  // A beginning without a number tells nothing about a call that has one.
  const isBeginning = report.event === 'incoming' || report.event === 'outgoing';
  if (isBeginning && (report.number === null) !== (call.number === null)) return false;
  return report.number === null || call.number === null || isSameNumber(report.number, call.number);
}

/** How likely it is that the report is about this call, among those that fit. */
function rank(call: ReportedCall, { event, number }: PhoneReport, now: Instant): number {
  const sameNumber = number !== null && call.number !== null ? 4 : 0;
  return sameNumber + (isPossible(call, event, now) ? 2 : 0) + (call.end === null ? 1 : 0);
}

function isPossible(call: ReportedCall, event: PhoneReport['event'], now: Instant): boolean {
  switch (event) {
    case 'incoming':
    case 'outgoing':
      return now - call.startedAt <= REPORT_LIMITS.sameBeginningMs;
    case 'answered':
    case 'missed':
    case 'refused':
    case 'elsewhere':
      return call.state === 'begun';
    case 'held':
      return call.state === 'established' && !call.isHeld;
    case 'resumed':
      return call.isHeld;
    case 'ended':
      return call.state === 'established' && !call.isHeld;
  }
}

function order(a: ReportedCall, b: ReportedCall): number {
  return a.startedAt - b.startedAt;
}

function digitsOf(text: string): string {
  return (readNumber(text)?.number ?? text).replace(/\D/g, '').replace(/^0+/, '');
}
