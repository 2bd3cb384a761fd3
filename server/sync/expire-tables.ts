import { TABLE_RETENTION } from '../database/table-retention.ts';
import type { Tx } from '../database/tenant.ts';

const DAY_MS = 86_400_000;

/** Deletes what the tables with a fixed number of days have no use for any more (all teams). */
export async function expireTables(tx: Tx, org: string, now: number): Promise<void> {
  const before = (table: Limited) => now - TABLE_RETENTION[table].days * DAY_MS;
  await tx
    .deleteFrom('enrolment_codes')
    .where('org', '=', org)
    .where('expires_at', '<', before('enrolment_codes'))
    .execute();
  await tx
    .deleteFrom('sign_in_nonces')
    .where('org', '=', org)
    .where('expires_at', '<', before('sign_in_nonces'))
    .execute();
  const devices = tx.selectFrom('devices').select('device').where('org', '=', org);
  const revoked = devices.where('revoked_at', '<', before('devices'));
  await tx.deleteFrom('pack_receipts').where('org', '=', org).where('device', 'in', revoked).execute();
  await tx.deleteFrom('devices').where('org', '=', org).where('device', 'in', revoked).execute();
  await tx.deleteFrom('audit_log').where('org', '=', org).where('at', '<', before('audit_log')).execute();
  await tx.deleteFrom('events').where('org', '=', org).where('at', '<', before('events')).execute();
  await tx
    .deleteFrom('presence_states')
    .where('org', '=', org)
    .where('seen_at', '<', before('presence_states'))
    .execute();
  await tx
    .deleteFrom('help_requests')
    .where('org', '=', org)
    .where('at', '<', before('help_requests'))
    .execute();
}

/** Tables with a number of days. */
type Limited = {
  [T in keyof typeof TABLE_RETENTION]: (typeof TABLE_RETENTION)[T] extends { readonly rule: 'days' }
    ? T
    : never;
}[keyof typeof TABLE_RETENTION];
