import { sql } from 'kysely';
import { TABLE_RETENTION } from '../database/table-retention.ts';
import type { Tables } from '../database/tables.ts';
import type { Tx } from '../database/tenant.ts';

const DAY_MS = 86_400_000;

/** When the days of a row begin. A row without that time stays: an enrolled device. */
const TIMES = {
  enrolment_codes: 'expires_at',
  sign_in_nonces: 'expires_at',
  devices: 'revoked_at',
  audit_log: 'at',
  events: 'at',
  presence_states: 'seen_at',
  help_requests: 'at',
} as const satisfies { readonly [T in Limited]: keyof Tables[T] };

/** Deletes what the tables with a fixed number of days have no use for any more (all teams). */
export async function expireTables(tx: Tx, org: string, now: number): Promise<void> {
  const isOld = (table: keyof typeof TIMES) => {
    const before = now - TABLE_RETENTION[table].days * DAY_MS;
    return sql<boolean>`org = ${org} and ${sql.ref(TIMES[table])} < ${before}`;
  };
  const revoked = tx.selectFrom('devices').select('device').where(isOld('devices'));
  await tx.deleteFrom('pack_receipts').where('org', '=', org).where('device', 'in', revoked).execute();
  const logged = now - TABLE_RETENTION.webhook_deliveries.days * DAY_MS;
  const deliveries = tx.deleteFrom('webhook_deliveries').where('org', '=', org);
  await deliveries.where('made_at', '<', logged).execute();
  for (const table of Object.keys(TIMES).filter(isLimited))
    await sql`delete from ${sql.table(table)} where ${isOld(table)}`.execute(tx);
}

/** Tables with a number of days. */
type Limited = {
  [T in keyof typeof TABLE_RETENTION]: (typeof TABLE_RETENTION)[T] extends { readonly rule: 'days' }
    ? T
    : never;
}[keyof typeof TABLE_RETENTION];

function isLimited(table: string): table is Limited {
  return Object.hasOwn(TIMES, table);
}
