/** Delays of the reader of a page's audio, ms. */
export const MEDIA_LIMITS = {
  /** Longest pause in the packets of a side that is on: silence is sent in pauses of 400 ms. */
  flowGapMs: 600,
  /** Both sides send for so long before it is a call: a check of the connection is over sooner. */
  confirmMs: 1_000,
  /** Nothing on either side: the call is over, in a product that keeps its connection. */
  silentEndsMs: 4_000,
  /** The network is away, and ICE may find another way (RFC 8445 §9). */
  awayEndsMs: 30_000,
  /** A hold may stop the packets of both sides. */
  heldEndsMs: 300_000,
  /** Between two samples of a connection. */
  sampleMs: 250,
  /** Connections of one page. */
  connections: 20,
} as const;
