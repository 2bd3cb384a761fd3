import type { Instant } from '../call-event.ts';

/**
 * Whether `now` is less than `ms` after `since`. It is not where `since` lies ahead: the clock was
 * set back, and what waits for the time to pass must not wait for the clock to catch up.
 */
export function isWithin(ms: number, since: Instant, now: Instant): boolean {
  return now >= since && now - since < ms;
}
