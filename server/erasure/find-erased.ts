import { sql } from 'kysely';
import { numberForm } from '../../contract/numbers/number-form.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { readNumberKey } from '../sync/read-secrets.ts';
import { keyOfForm } from './number-keys.ts';

/** For each number the time up to which its data is erased; null where it is not. */
export async function findErased(
  tx: Tx,
  { org, team }: Tenant,
  numbers: readonly string[],
): Promise<(number | null)[]> {
  const hashing = await readNumberKey(tx, org);
  const keys = numbers.map((number) => {
    const form = numberForm(number);
    return form === null ? null : keyOfForm(hashing, form);
  });
  const rows = await tx
    .selectFrom('records')
    .select(['id', 'at'])
    .where('org', '=', org)
    .where('team', '=', team)
    .where('kind', '=', 'erasure')
    .where('id', '=', sql<string>`any(${keys.filter((key) => key !== null)})`)
    .execute();
  const erased = new Map(rows.map(({ id, at }) => [id, at]));
  return keys.map((key) => (key === null ? null : (erased.get(key) ?? null)));
}
