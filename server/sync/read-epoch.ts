import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Tenant, Tx } from '../database/tenant.ts';

/** The life of a team's data, and the number of its newest change. */
interface Life {
  readonly epoch: string;
  readonly seq: number;
}

/**
 * Names the life of the team's data in which a transaction works: the cluster, its timeline, which
 * grows with each promotion and point-in-time recovery, the database, which is a new one after a
 * restore of a dump, and what the server wrote when it found an older back-up restored in its
 * place. A column of any query on team_counters; `epochOf` reads it.
 */
export const teamLife: RawBuilder<string> = sql<string>`concat_ws(' ',
  (select system_identifier from pg_control_system()), left(pg_walfile_name(pg_current_wal_lsn()), 8),
  (select oid from pg_database where datname = current_database()), team_counters.life)`;

/** Hashed, because devices keep it. */
export function epochOf(life: string): string {
  return createHash('sha256').update(life).digest('hex').slice(0, 16);
}

export async function readLife(tx: Tx, { org, team }: Tenant): Promise<Life> {
  const counter = tx.selectFrom('team_counters').select(['seq', teamLife.as('named')]);
  const found = await counter.where('org', '=', org).where('team', '=', team).executeTakeFirstOrThrow();
  return { epoch: epochOf(found.named), seq: found.seq };
}
