import type { Selectable } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Tx } from '../database/tenant.ts';

export async function findMember(
  tx: Tx,
  org: string,
  team: string,
  member: string,
): Promise<Selectable<Tables['members']> | null> {
  const inTeam = tx.selectFrom('members').selectAll().where('org', '=', org).where('team', '=', team);
  return (await inTeam.where('member', '=', member).executeTakeFirst()) ?? null;
}
