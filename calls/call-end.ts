/**
 * How a call came to its end. One shape per way of ending, so that "missed", "answered elsewhere" and "the network
 * went" can never be mixed up in a list or a report.
 */
export type CallEnd =
  /** BYE after the answer, from the side named. */
  | { readonly how: 'hung-up'; readonly by: 'agent' | 'remote-party' }
  /** CANCEL by the caller while ringing: a missed call. */
  | { readonly how: 'given-up' }
  /** CANCEL whose Reason header (RFC 3326) says that another device took it: not a missed call. */
  | { readonly how: 'answered-elsewhere' }
  /** The agent sent 486, 603 or 480. */
  | { readonly how: 'rejected'; readonly sipStatus: number }
  /** The agent was not ready: refused before it rang. */
  | { readonly how: 'turned-away'; readonly sipStatus: number }
  /** An outbound call that the other side refused. */
  | { readonly how: 'refused'; readonly sipStatus: number; readonly cause: string }
  /** The agent took an outbound call back before it was answered. */
  | { readonly how: 'cancelled' }
  /** Nobody answered in time (RFC 3261 §13.3.1.1, 408 or 487 by timer). */
  | { readonly how: 'no-answer' }
  /** REFER was accepted and the call handed over. */
  | { readonly how: 'transferred'; readonly target: string }
  /** Signalling or media broke. `sipStatus` where a response says so. */
  | { readonly how: 'failed'; readonly cause: string; readonly sipStatus: number | null }
  /** The phone host died with the call up, and closed it when it came back. */
  | { readonly how: 'lost' };

/** A missed call is one the caller gave up on or that rang out; elsewhere-answered, rejected and turned-away ones are not. */
export function isMissed(end: CallEnd): boolean {
  return end.how === 'given-up' || end.how === 'no-answer';
}
