import type { Tenant, Tx } from '../database/tenant.ts';

export async function addTeam(tx: Tx, { org, team }: Tenant, name: string, at: number): Promise<void> {
  // One team after the other: two with the same number would make the same order numbers.
  const organisation = tx.selectFrom('organisations').select('org').where('org', '=', org);
  await organisation.forUpdate().execute();
  const newest = tx.selectFrom('teams').select(({ fn }) => fn.max('number').as('number'));
  const { number } = await newest.where('org', '=', org).executeTakeFirstOrThrow();
  const row = { org, team, name, made_at: at, number: (number ?? 0) + 1 };
  await tx.insertInto('teams').values(row).execute();
  await tx.insertInto('team_counters').values({ org, team, seq: 0 }).execute();
}
