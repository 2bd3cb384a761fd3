/** A request that was never ended is listed for this long, more than any call lasts. */
export const LISTED_MS = 4 * 3_600_000;
