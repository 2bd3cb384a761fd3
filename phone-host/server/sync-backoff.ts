/** First and longest pause between tries, ms. */
const FIRST_MS = 1_000;
const LONGEST_MS = 300_000;

/**
 * Pause after the nth failure in a row (from 1), ms: full jitter, so that a floor that lost its server together does not come
 * back together. `random` is in [0, 1). Source: "Exponential Backoff And Jitter", M. Brooker, 2015.
 */
export function syncBackoff(failures: number, random: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  return Math.ceil(random * ceiling);
}
