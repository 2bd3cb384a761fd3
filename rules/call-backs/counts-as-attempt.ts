import type { CallEnd, RefusalCause } from '../../calls/call-end.ts';

/** Whether the customer's side was tried: an error of the own phone system is not their absence. */
const CUSTOMER_TRIED: Readonly<Record<RefusalCause, boolean>> = {
  busy: true,
  'unknown-number': true,
  declined: true,
  'not-reachable': true,
  moved: true,
  codec: false,
  password: false,
  'own-system': false,
  cancelled: false,
};

/**
 * Whether an outbound call that was not answered counts as an attempt to reach the customer. If
 * not, the call-back stays due as it was.
 */
export function countsAsAttempt(end: CallEnd): boolean {
  switch (end.how) {
    case 'refused':
      return CUSTOMER_TRIED[end.cause];
    case 'no-answer':
    case 'cancelled':
      return true;
    case 'failed':
    case 'broken':
    case 'lost':
      return false;
    case 'hung-up':
    case 'transferred':
    case 'given-up':
    case 'answered-elsewhere':
    case 'rejected':
    case 'turned-away':
      return true;
  }
}
