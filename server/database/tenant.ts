import { type Kysely, sql, type Transaction } from 'kysely';
import { IDLE_TRANSACTION_LIMIT_MS, STATEMENT_LIMIT_MS } from './connection-limits.ts';
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
 * Runs one transaction that sees only this tenant's rows (row-level security). The settings end
 * with the transaction, so a pooler may give the connection to anybody between two.
 */
export async function inTenant<T>(
  db: Kysely<Tables>,
  { org, team }: Tenant,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return await db.transaction().execute(async (tx) => {
    await sql`select set_config('app.org', ${org}, true), set_config('app.team', ${team}, true),
      set_config('statement_timeout', ${String(STATEMENT_LIMIT_MS)}, true),
      set_config('idle_in_transaction_session_timeout', ${String(IDLE_TRANSACTION_LIMIT_MS)}, true),
      set_config('synchronous_commit', 'on', true)`.execute(tx);
    return await work(tx);
  });
}
