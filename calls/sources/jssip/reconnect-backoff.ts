const FIRST_CEILING_MS = 1_000;
const LAST_CEILING_MS = 30_000;
const LEAST_MS = 100;

/**
 * How long to wait before the next attempt to connect: evenly spread up to a ceiling that doubles ("full jitter"),
 * so that a floor of agents does not come back in one wave when its server restarts.
 * @param attempt 0 for the first attempt after a loss.
 * @param random 0…1, from the caller.
 */
export function reconnectDelay(attempt: number, random: number): number {
  const ceiling = Math.min(LAST_CEILING_MS, FIRST_CEILING_MS * 2 ** Math.min(attempt, 10));
  return Math.round(LEAST_MS + random * (ceiling - LEAST_MS));
}
