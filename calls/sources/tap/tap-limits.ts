/** Bounds and delays of the reader of a page's signalling, ms. */
export const TAP_LIMITS = {
  /** Calls of one page that are up at the same time. */
  liveCalls: 20,
  /** Calls that ended, so that late messages do not begin them anew. */
  endedCalls: 200,
  /** A busy phone sends 180 and 486 within a millisecond: nobody hears such a ring. */
  ghostRingMs: 10,
  /** A phone that shows a call without sending 180. */
  silentRingMs: 500,
  /** INVITE is repeated with credentials, another session interval, or not at all. */
  retryMs: 4_000,
  /** Longer than any INVITE transaction (RFC 3261 §16.6): its end was missed. */
  longestRingMs: 300_000,
  /** Accounts of one page. */
  accounts: 16,
  /** Longest registration that is believed. */
  longestRegistrationMs: 86_400_000,
} as const;
