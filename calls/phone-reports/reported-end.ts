import type { CallEnd } from '../call-end.ts';
import type { Instant } from '../call-event.ts';
import type { PhoneReport } from './phone-report.ts';
import { REPORT_LIMITS, type ReportedCall } from './reported-phone.ts';

/** A beginning of a number whose call has been talking for a while, under no id or another one. */
export function isAnotherCall(call: ReportedCall, report: PhoneReport, now: Instant): boolean {
  if (report.call !== null && report.call === call.phoneId) return false;
  return call.state === 'established' && now - call.startedAt > REPORT_LIMITS.sameBeginningMs;
}

/** How a call ended, as the phone reports it. */
export function endOf(call: ReportedCall, { event, by }: PhoneReport): CallEnd {
  if (call.state === 'established') return { how: 'hung-up', by: by ?? 'remote-party' };
  if (call.direction === 'outbound') {
    return event === 'refused'
      ? { how: 'refused', sipStatus: 486, cause: 'busy', phrase: null }
      : { how: 'cancelled' };
  }
  if (event === 'elsewhere') return { how: 'answered-elsewhere' };
  return event === 'refused' ? { how: 'rejected', sipStatus: 486 } : { how: 'given-up' };
}
