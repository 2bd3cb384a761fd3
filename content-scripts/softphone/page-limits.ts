/** How much of a page is read: a phone sends a few frames a second, also when it registers. */
export const PAGE_LIMITS = {
  framesAtOnce: 200,
  framesPerSecond: 50,
  bytesAtOnce: 2_000_000,
  bytesPerSecond: 200_000,
} as const;
