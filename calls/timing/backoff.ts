interface BackoffLimits {
  /** Longest first delay, ms. The longest delay doubles with each attempt. */
  readonly firstMs: number;
  /** Longest delay of all, ms. */
  readonly longestMs: number;
  /** Shortest delay, ms. */
  readonly leastMs?: number;
}

/**
 * Exponential backoff with full jitter: each delay is spread evenly between the shortest and a
 * longest delay that doubles. So clients that lost their server together do not return together.
 * Source: "Exponential Backoff And Jitter", M. Brooker, 2015.
 */
export class Backoff {
  readonly #limits: BackoffLimits;
  readonly #random: () => number;
  #failures = 0;

  /** @param random gives numbers in [0, 1). */
  constructor(limits: BackoffLimits, random: () => number) {
    this.#limits = limits;
    this.#random = random;
  }

  /** True after a failure, until `reset`. */
  get isWaiting(): boolean {
    return this.#failures > 0;
  }

  /** Counts one failure more and gives the delay before the next attempt, ms. */
  next(): number {
    const { firstMs, longestMs, leastMs = 0 } = this.#limits;
    const ceiling = Math.min(longestMs, firstMs * 2 ** this.#failures);
    this.#failures += 1;
    return Math.round(leastMs + this.#random() * (ceiling - leastMs));
  }

  /** An attempt succeeded, or the next one is not to wait: back to the first delay. */
  reset(): void {
    this.#failures = 0;
  }
}
