import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tenant, Tx } from '../database/tenant.ts';

/** The life of a team's data, and the number of its newest change. */
interface Life {
  readonly epoch: string;
  readonly seq: number;
}

/**
 * Names the life of the team's data in which this transaction works: the cluster, its timeline,
 * which grows with each promotion and point-in-time recovery, the database, which is a new one
 * after a restore of a dump, and what the server wrote when it found an older back-up restored in
 * its place. Hashed, because devices keep it.
 */
export async function readLife(tx: Tx, { org, team }: Tenant): Promise<Life> {
  const { rows } = await sql<Life & { cluster: string; timeline: string; database: string; life: string }>`
    select (select system_identifier::text from pg_control_system()) as cluster,
      left(pg_walfile_name(pg_current_wal_lsn()), 8) as timeline,
      (select oid::text from pg_database where datname = current_database()) as database,
      life, seq from team_counters where org = ${org} and team = ${team}`.execute(tx);
  const [found] = rows;
  if (found === undefined) throw new Error('The team has no counter.');
  const { seq, ...named } = found;
  return { epoch: createHash('sha256').update(JSON.stringify(named)).digest('hex').slice(0, 16), seq };
}

export async function readEpoch(tx: Tx, tenant: Tenant): Promise<string> {
  return (await readLife(tx, tenant)).epoch;
}
