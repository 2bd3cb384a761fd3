import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../database/tenant.ts';

/**
 * Names the life of the database that this transaction works in: the cluster, its timeline, which
 * grows with each promotion and point-in-time recovery, and the database, which is a new one after
 * a restore of a dump. Hashed, because devices keep it.
 */
export async function readEpoch(tx: Tx): Promise<string> {
  const { rows } = await sql<{ cluster: string; timeline: string; database: string }>`
    select (select system_identifier::text from pg_control_system()) as cluster,
      left(pg_walfile_name(pg_current_wal_lsn()), 8) as timeline,
      (select oid::text from pg_database where datname = current_database()) as database`.execute(tx);
  return createHash('sha256').update(JSON.stringify(rows[0])).digest('hex').slice(0, 16);
}
