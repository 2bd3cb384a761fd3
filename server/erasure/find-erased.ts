import { sql } from 'kysely';
import { numberForm } from '../../contract/numbers/number-form.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { readNumberHashing } from '../sync/read-secrets.ts';

/** For each number the time up to which its data is erased; null where it is not. */
export async function findErased(
  tx: Tx,
  { org, team }: Tenant,
  numbers: readonly string[],
): Promise<(number | null)[]> {
  const hashing = await readNumberHashing(tx, org);
  const keys = numbers.map((number) => {
    const form = numberForm(number);
    return form === null ? [] : hashing.keysOf(form);
  });
  const rows = await tx
    .selectFrom('records')
    .select(['id', 'at'])
    .where('org', '=', org)
    .where('team', '=', team)
    .where('kind', '=', 'erasure')
    .where('id', '=', sql<string>`any(${keys.flat()})`)
    .execute();
  const erased = new Map(rows.map(({ id, at }) => [id, at]));
  return keys.map((own) => {
    const times = own.flatMap((key) => erased.get(key) ?? []);
    return times.length === 0 ? null : Math.max(...times);
  });
}
