import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Tables } from './database/tables.ts';
import type { EventHub } from './events/event-hub.ts';
import type { Limits } from './http/rate-limit.ts';
import type { IsProxy } from './http/trusted-proxies.ts';
import type { Metrics } from './operate/metrics.ts';
import type { RestoreGuard } from './restore/restore-guard.ts';
import type { FetchIssuer } from './sign-in/fetch-issuer.ts';

/** Of the database in which an organisation is. */
export interface DatabasePorts {
  /** As the app role. */
  readonly db: Kysely<Tables>;
  /** The open event streams of this process. */
  readonly events: EventHub;
  /** What a restored back-up must not undo. */
  readonly guard: RestoreGuard;
}

/** Several clusters with organisations. */
export interface DatabaseRouting {
  /** Null for an organisation that is in none of them. */
  readonly of: (org: string) => DatabasePorts | null;
  readonly all: readonly DatabasePorts[];
}

/** What the server depends on; tests give their own. */
export interface Ports extends DatabasePorts {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Instead of the usual ones (LIMITS). */
  readonly limits: Partial<Limits>;
  /** SYNC_VERSIONs that the server accepts. */
  readonly versions: { readonly oldest: number; readonly newest: number };
  /** Web pages that may call; extensions need no entry. */
  readonly allowedOrigins: readonly string[];
  /** Bearer of /metrics; null: nobody may read them. */
  readonly metricsToken: string | null;
  readonly fetchIssuer: FetchIssuer;
  /** From a proxy of the operator X-Forwarded-For is read. */
  readonly isProxy: IsProxy;
  /** At which phones report; null: the operator has not opened it. */
  readonly phonePort?: () => number | null;
  /** Null: every organisation is in the same database. */
  readonly routing: DatabaseRouting | null;
}

/** With the database of an organisation; null where the server knows none. */
export function portsOf(ports: Ports, org: string): Ports | null {
  if (ports.routing === null) return ports;
  const own = ports.routing.of(org);
  return own === null ? null : { ...ports, ...own };
}
