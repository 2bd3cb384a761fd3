import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { QUOTAS, type Quotas } from '../limits/quotas.ts';

/** What one server process accepts; docs/deploy.md describes it. */
export interface Limits {
  /** From one address without a valid token: sign-in, and guessing of codes. */
  readonly anonymousPerMinute: number;
  readonly devicePerMinute: number;
  /** Of one request. */
  readonly bodyBytes: number;
  /** Of a request without a token. */
  readonly anonymousBodyBytes: number;
  /** Of bodies that are in memory, from the first byte until the answer. */
  readonly bodyBytesInFlight: number;
  /** The same of one device, or of one address without a token. */
  readonly bodyBytesOfClient: number;
  /** A body that has not arrived whole by then is refused. */
  readonly bodyWithinMs: number;
  /** Pushes of one device that wait for their turn, and how long. */
  readonly waitingPushes: number;
  readonly pushWaitMs: number;
  readonly quotas: Quotas;
}

const MB = 1024 * 1024;

/** A whole shift may enrol from one address within minutes; a code has 50 random bits. */
export const LIMITS: Limits = {
  anonymousPerMinute: 60,
  devicePerMinute: 600,
  bodyBytes: 8 * MB,
  anonymousBodyBytes: MB / 16,
  bodyBytesInFlight: 64 * MB,
  bodyBytesOfClient: 16 * MB,
  bodyWithinMs: 30_000,
  waitingPushes: 16,
  pushWaitMs: 10_000,
  quotas: QUOTAS,
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
