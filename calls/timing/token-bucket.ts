import type { Instant } from '../call-event.ts';

/** A rate limit with bursts; the time is an argument. A clock that was set back refills nothing. */
export class TokenBucket {
  readonly #most: number;
  readonly #perSecond: number;
  #left: number;
  #filledAt: Instant;

  constructor(most: number, perSecond: number, now: Instant) {
    this.#most = most;
    this.#perSecond = perSecond;
    this.#left = most;
    this.#filledAt = now;
  }

  /** False if so many are not left; then nothing is spent. */
  spend(count: number, now: Instant): boolean {
    const passedMs = Math.max(0, now - this.#filledAt);
    this.#left = Math.min(this.#most, this.#left + (passedMs * this.#perSecond) / 1000);
    this.#filledAt = now;
    if (this.#left < count) return false;
    this.#left -= count;
    return true;
  }
}
