import type { KeyObject } from 'node:crypto';
import type { Tx } from '../database/tenant.ts';
import { hashingKey } from '../erasure/number-keys.ts';

export async function readNumberKey(tx: Tx, org: string): Promise<KeyObject> {
  return hashingKey((await readSecrets(tx, org)).number_key);
}

export async function readSecrets(tx: Tx, org: string) {
  const secrets = tx.selectFrom('organisation_secrets').where('org', '=', org);
  return await secrets.select(['number_key', 'receipt_key']).executeTakeFirstOrThrow();
}
