import { sql } from 'kysely';
import { type Customer, MOST_CUSTOMERS } from '../../contract/api/contacts/customers-api.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { readNumberHashing } from '../sync/read-secrets.ts';

/** PostgreSQL takes 65,535 values in one statement. */
const ROWS_AT_ONCE = 1_000;

export async function listCustomers(tx: Tx, { org, team }: Tenant): Promise<Customer[]> {
  const ofTeam = tx.selectFrom('customers').where('org', '=', org).where('team', '=', team);
  return await ofTeam
    .select(['number', 'surname', 'title', 'vip', 'remarks'])
    .orderBy('number')
    .limit(MOST_CUSTOMERS)
    .execute();
}

/** Null: the number is not in the list. */
export async function customerOfNumber(
  tx: Tx,
  { org, team }: Tenant,
  number: string,
): Promise<Omit<Customer, 'number'> | null> {
  const form = numberForm(number);
  if (form === null) return null;
  const keys = (await readNumberHashing(tx, org)).keysOf(form);
  const ofTeam = tx.selectFrom('customers').where('org', '=', org).where('team', '=', team);
  const found = ofTeam.select(['surname', 'title', 'vip', 'remarks']).where('number_key', 'in', keys);
  return (await found.limit(1).executeTakeFirst()) ?? null;
}

/** False: the list would be too long, and nothing of it may be committed. */
export async function saveCustomers(
  tx: Tx,
  { org, team }: Tenant,
  customers: readonly Customer[],
  at: number,
): Promise<boolean> {
  const hashing = await readNumberHashing(tx, org);
  // One row a number: the last of several spellings counts, as in a list that is read downwards.
  const rows = new Map(
    customers.map((customer) => {
      const number_key = hashing.keyOf(numberForm(customer.number) ?? '');
      return [number_key, { ...customer, org, team, number_key, saved_at: at }];
    }),
  );
  const all = [...rows.values()];
  for (let from = 0; from < all.length; from += ROWS_AT_ONCE) {
    const adding = tx.insertInto('customers').values(all.slice(from, from + ROWS_AT_ONCE));
    const columns = ['number', 'surname', 'title', 'vip', 'remarks', 'saved_at'] as const;
    await adding
      .onConflict((conflict) =>
        conflict
          .columns(['org', 'team', 'number_key'])
          .doUpdateSet((row) =>
            Object.fromEntries(columns.map((name) => [name, row.ref(`excluded.${name}`)])),
          ),
      )
      .execute();
  }
  const counting = tx.selectFrom('customers').where('org', '=', org).where('team', '=', team);
  const { count } = await counting
    .select((row) => row.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count) <= MOST_CUSTOMERS;
}

/** Deletes by the keyed hashes of numbers; gives those that were there. */
export async function removeCustomers(
  tx: Tx,
  { org, team }: Tenant,
  keys: readonly string[],
): Promise<readonly { readonly key: string; readonly surname: string }[]> {
  const ofTeam = tx.deleteFrom('customers').where('org', '=', org).where('team', '=', team);
  const named = ofTeam.where(sql<boolean>`number_key = any(${sql.val([...keys])}::text[])`);
  return await named.returning(['number_key as key', 'surname']).execute();
}
