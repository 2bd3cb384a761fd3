import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Requests a minute and bytes a request, for each server process: they slow an attacker down. */
export interface Limits {
  /** From one address without a valid token: sign-in, and guessing of codes. */
  readonly anonymousPerMinute: number;
  readonly devicePerMinute: number;
  readonly bodyBytes: number;
}

/** A whole shift may enrol from one address within minutes; a code has 50 random bits. */
export const LIMITS: Limits = {
  anonymousPerMinute: 60,
  devicePerMinute: 600,
  bodyBytes: 8 * 1024 * 1024,
};

/** Counts one request. Null: within the limit; otherwise the seconds to wait. */
export type RateLimit = (key: string) => Promise<number | null>;

export function createRateLimit(perMinute: number): RateLimit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (key) => {
    try {
      await limiter.consume(key);
      return null;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1_000);
      throw refused;
    }
  };
}
