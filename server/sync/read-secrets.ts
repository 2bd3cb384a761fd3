import type { Tx } from '../database/tenant.ts';
import { NumberHashing } from '../erasure/number-hashing.ts';

export async function readNumberHashing(tx: Tx, org: string): Promise<NumberHashing> {
  return new NumberHashing(await readSecrets(tx, org));
}

export async function readSecrets(tx: Tx, org: string) {
  const secrets = tx.selectFrom('organisation_secrets').where('org', '=', org);
  return await secrets.select(['number_key', 'old_number_key', 'receipt_key']).executeTakeFirstOrThrow();
}
