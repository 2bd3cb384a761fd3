import { type Redaction, redact } from '../../contract/numbers/redact.ts';
import { removeCustomers } from '../contacts/customers.ts';
import type { Tenant, Tx } from '../database/tenant.ts';

/** Deletes the number from the team's contact list; gives the names that stood beside it. */
export async function eraseCustomer(
  tx: Tx,
  where: Tenant,
  keys: readonly string[],
): Promise<readonly string[]> {
  const gone = await removeCustomers(tx, where, keys);
  return gone.map(({ surname }) => surname).filter((surname) => surname !== '');
}

/** What the list says of other customers may name the number. */
export async function redactCustomers(tx: Tx, { org, team }: Tenant, redaction: Redaction): Promise<void> {
  const ofTeam = tx.selectFrom('customers').where('org', '=', org).where('team', '=', team);
  const rows = await ofTeam.select(['number_key', 'surname', 'remarks']).where('remarks', '!=', '').execute();
  for (const { number_key, ...texts } of rows) {
    const redacted = redact(texts, redaction);
    if (redacted === texts) continue;
    const writing = tx.updateTable('customers').set(redacted).where('org', '=', org);
    await writing.where('team', '=', team).where('number_key', '=', number_key).execute();
  }
}
