import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

export type Tx = Transaction<Tables>;

export interface Tenant {
  readonly org: string;
  /** `*`: every team of the organisation; empty: none. */
  readonly team: string;
}

/** A member, within their team or another that they act in. */
export interface TenantMember extends Tenant {
  readonly member: string;
}

/**
 * Runs one transaction that sees only this tenant's rows (row-level security). The setting ends
 * with the transaction, so nothing stays on the pooled connection.
 */
export async function inTenant<T>(
  db: Kysely<Tables>,
  { org, team }: Tenant,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return await db.transaction().execute(async (tx) => {
    await sql`select set_config('app.org', ${org}, true), set_config('app.team', ${team}, true)`.execute(tx);
    return await work(tx);
  });
}
