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
  /** Where the registrar does not say (RFC 3261 §10.2.1.1). */
  usualRegistrationMs: 3_600_000,
  /** Longest registration that is believed. */
  longestRegistrationMs: 86_400_000,
  /** A page that carries SIP shows it within this time: it registers first. */
  silentAfterMs: 15_000,
  /** Pages connect again within this time after the phone host has started. */
  openWithinMs: 20_000,
  /** An open page is reported as confirmed so often: each report is a message to every view. */
  confirmedEveryMs: 30_000,
  /** Documents of one site, with their frames. */
  pagesPerSite: 50,
  /** Events of one site: a call gives a few. */
  eventsAtOnce: 400,
  eventsPerSecond: 20,
  /** Calls are shorter: an event that claims to be older is not believed. */
  oldestEventMs: 86_400_000,
} as const;
