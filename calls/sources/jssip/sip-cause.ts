import type { CallEnd } from '../../call-end.ts';

/** What this side asked for before the session ended. */
export type AskedEnd =
  | { readonly ask: 'hang-up' }
  | { readonly ask: 'reject'; readonly sipStatus: number }
  | { readonly ask: 'transferred'; readonly target: string }
  /** The other side replaced the call by another one (RFC 3891). */
  | { readonly ask: 'replaced' }
  | { readonly ask: 'connection-lost' | 'media-lost' };

/** The end of a session as JsSIP reports it. `asked` is null if this side asked for nothing. */
export interface SessionEnd {
  readonly direction: 'inbound' | 'outbound';
  readonly answered: boolean;
  readonly originator: string;
  readonly cause: string;
  readonly sipStatus: number | null;
  readonly reasonPhrase: string | null;
  /** Values of the Reason headers, RFC 3326. */
  readonly reasons: readonly string[];
  readonly asked: AskedEnd | null;
}

const FAILURES: Readonly<Record<string, string>> = {
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
  if (asked?.ask === 'connection-lost' || asked?.ask === 'media-lost') return failed(asked.ask, null);
  if (asked?.ask === 'replaced') return { how: 'hung-up', by: 'remote-party' };
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
  return failed(FAILURES[end.cause] ?? 'signalling-failed', end.sipStatus);
}

function endOfRinging(end: SessionEnd): CallEnd {
  if (end.cause === 'Canceled' || end.cause === 'Terminated') {
    return isAnsweredElsewhere(end.reasons) ? { how: 'answered-elsewhere' } : { how: 'given-up' };
  }
  if (end.cause === 'No Answer' || end.cause === 'Expires') return { how: 'no-answer' };
  return failed(FAILURES[end.cause] ?? 'signalling-failed', end.sipStatus);
}

function endOfDialling(end: SessionEnd): CallEnd {
  if (end.sipStatus === null) {
    // This side did not cancel: the connection was lost, and JsSIP cancelled the call itself.
    return failed(
      end.cause === 'Canceled' ? 'connection-lost' : (FAILURES[end.cause] ?? 'signalling-failed'),
      null,
    );
  }
  if (end.sipStatus === 408 || end.sipStatus === 487) return { how: 'no-answer' };
  return { how: 'refused', sipStatus: end.sipStatus, cause: end.reasonPhrase ?? end.cause };
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

function failed(cause: string, sipStatus: number | null): CallEnd {
  return { how: 'failed', cause, sipStatus };
}
