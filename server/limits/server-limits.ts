import { createRateLimit, type Limits, type RateLimit } from '../http/rate-limit.ts';
import { BodyBudget } from './body-budget.ts';
import { FairQueue } from './fair-queue.ts';
import { FalseTokens } from './false-tokens.ts';
import { QuotaCounter } from './quotas.ts';

/** Everything that keeps one client, device or team from using up a server process. */
export interface ServerLimits {
  readonly limits: Limits;
  /** By address. */
  readonly anonymous: RateLimit;
  readonly device: RateLimit;
  readonly bodies: BodyBudget;
  readonly falseTokens: FalseTokens;
  readonly quotas: QuotaCounter;
  /** Pushes of a team, by device. */
  readonly pushes: FairQueue;
}

export function createServerLimits(limits: Limits, now: () => number): ServerLimits {
  return {
    limits,
    anonymous: createRateLimit(limits.anonymousPerMinute),
    device: createRateLimit(limits.devicePerMinute),
    bodies: new BodyBudget({ process: limits.bodyBytesInFlight, client: limits.bodyBytesOfClient }),
    falseTokens: new FalseTokens(now),
    quotas: new QuotaCounter(limits.quotas, now),
    pushes: new FairQueue({ waitingEach: limits.waitingPushes, waitMs: limits.pushWaitMs }),
  };
}
