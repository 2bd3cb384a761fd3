import { type CallEnd, type FailureCause, LONGEST_PHRASE } from '../../call-end.ts';
import { refusalCause } from '../../refusal-cause.ts';
import { clippedText } from '../../vocabulary/bounded-text.ts';

/** What this side asked for before the session ended. */
export type AskedEnd =
  | { readonly ask: 'hang-up' }
  | { readonly ask: 'reject'; readonly sipStatus: number }
  | { readonly ask: 'transferred'; readonly target: string }
  /** The other side replaced the call by another one (RFC 3891). */
  | { readonly ask: 'replaced' }
  /** This side lets go of a call that cannot be set up, changed or kept. */
  | { readonly ask: 'let-go'; readonly cause: FailureCause };

/** The end of a session as JsSIP reports it. `asked` is null if this side asked for nothing. */
export interface SessionEnd {
  readonly direction: 'inbound' | 'outbound';
  readonly answered: boolean;
  /** An outbound call: the other side rang. */
  readonly rang: boolean;
  readonly originator: string;
  readonly cause: string;
  readonly sipStatus: number | null;
  readonly reasonPhrase: string | null;
  /** Values of the Reason headers, RFC 3326. */
  readonly reasons: readonly string[];
  readonly asked: AskedEnd | null;
}

const FAILURES: Readonly<Record<string, FailureCause>> = {
  'Connection Error': 'connection-lost',
  'Request Timeout': 'no-reply-from-server',
  'RTP Timeout': 'media-lost',
  'WebRTC Error': 'media-failed',
  'Bad Media Description': 'media-failed',
  'Missing SDP': 'media-failed',
  'No ACK': 'answer-not-confirmed',
  'Dialog Error': 'dialog-gone',
  'User Denied Media Access': 'microphone-denied',
};

/** How a call ended, from what JsSIP reports and what this side asked for. */
export function callEndOf(end: SessionEnd): CallEnd {
  const { asked } = end;
  if (asked?.ask === 'transferred') return { how: 'transferred', target: asked.target };
  if (asked?.ask === 'let-go') return failure(end, asked.cause);
  if (asked?.ask === 'replaced')
    return end.answered ? { how: 'hung-up', by: 'remote-party' } : { how: 'cancelled' };
  if (asked?.ask === 'reject') return { how: 'rejected', sipStatus: asked.sipStatus };
  if (asked?.ask === 'hang-up') {
    return !end.answered && end.direction === 'outbound'
      ? { how: 'cancelled' }
      : { how: 'hung-up', by: 'agent' };
  }
  if (end.answered) return endAfterAnswer(end);
  return end.direction === 'inbound' ? endOfRinging(end) : endOfDialling(end);
}

function endAfterAnswer(end: SessionEnd): CallEnd {
  if (end.originator === 'remote' && end.cause === 'Terminated')
    return { how: 'hung-up', by: 'remote-party' };
  return failure(end, FAILURES[end.cause] ?? 'signalling-failed');
}

function endOfRinging(end: SessionEnd): CallEnd {
  if (end.cause === 'Canceled' || end.cause === 'Terminated') {
    return isAnsweredElsewhere(end.reasons) ? { how: 'answered-elsewhere' } : { how: 'given-up' };
  }
  if (end.cause === 'No Answer' || end.cause === 'Expires') return { how: 'no-answer' };
  return failure(end, FAILURES[end.cause] ?? 'signalling-failed');
}

function endOfDialling(end: SessionEnd): CallEnd {
  const { sipStatus, reasons, rang, reasonPhrase } = end;
  // This side did not cancel: the connection was lost, and JsSIP cancelled the call itself.
  if (sipStatus === null && end.cause === 'Canceled') return failure(end, 'connection-lost');
  // A 2xx that ended the call: its SDP could not be used.
  if (sipStatus === null || sipStatus < 300) {
    return failure(end, FAILURES[end.cause] ?? 'signalling-failed');
  }
  const cause = refusalCause({ sipStatus, reasons, rang });
  if (cause === 'no-answer') return { how: 'no-answer' };
  return {
    how: 'refused',
    sipStatus,
    cause,
    phrase: reasonPhrase === null ? null : clippedText(reasonPhrase, LONGEST_PHRASE),
  };
}

/**
 * True if a CANCEL says that another device answered: `SIP;cause=200` (RFC 3326 §2), or Q.850 cause
 * 26 (non-selected user clearing), which gateways send for the same.
 */
export function isAnsweredElsewhere(reasons: readonly string[]): boolean {
  return reasons.some((reason) => {
    const unquoted = reason.replace(/"(?:[^"\\]|\\.)*"/g, '');
    return ELSEWHERE.some((form) => form.test(unquoted));
  });
}

const ELSEWHERE = [
  /(?:^|,)\s*SIP\s*;(?:[^,]*;)?\s*cause\s*=\s*200\b/i,
  /(?:^|,)\s*Q\.850\s*;(?:[^,]*;)?\s*cause\s*=\s*26\b/i,
];

function failure({ answered, sipStatus }: SessionEnd, cause: FailureCause): CallEnd {
  return answered ? { how: 'broken', cause, sipStatus } : { how: 'failed', cause, sipStatus };
}
