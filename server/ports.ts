import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Tables } from './database/tables.ts';
import type { EventHub } from './events/event-hub.ts';
import type { Versions } from './http/check-version.ts';
import type { Limits } from './http/rate-limit.ts';
import type { Metrics } from './operate/metrics.ts';

/** What the server works with; a test gives its own. */
export interface Ports {
  /** As the app role. */
  readonly db: Kysely<Tables>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** The open event streams of this process. */
  readonly events: EventHub;
  readonly limits: Limits;
  readonly versions: Versions;
  /** Web pages that may call; extensions need no entry. */
  readonly allowedOrigins: readonly string[];
  /** Bearer of /metrics; null: only this machine may read them. */
  readonly metricsToken: string | null;
  /** Whether X-Forwarded-For comes from a balancer of one's own. */
  readonly behindProxy: boolean;
}
