import { applyTeamKeys, firstTrust, type TeamTrust } from '../../contract/release/team-trust.ts';
import type { Tx } from '../database/tenant.ts';

/** Lists of signers as they were sent, oldest first. */
export async function keyListsOf(tx: Tx, org: string, team: string, after = 0): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('team_key_lists')
    .select('document')
    .where('org', '=', org)
    .where('team', '=', team)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .execute();
  return rows.map(({ document }) => document);
}

/**
 * The trust of a browser that enrolled before the first list; null before that list. The server
 * checks documents only to report mistakes to the lead; browsers check them again themselves.
 */
export async function readTrust(tx: Tx, org: string, team: string): Promise<TeamTrust | null> {
  const documents = await keyListsOf(tx, org, team);
  let trust: TeamTrust | null = null;
  for (const document of documents) trust = await addKeyList(trust, team, document);
  return trust;
}

/** Null if the list does not follow the last one. */
export async function addKeyList(
  before: TeamTrust | null,
  team: string,
  document: string,
): Promise<TeamTrust | null> {
  const bytes = new TextEncoder().encode(document);
  const trust = before ?? firstTrust(team, bytes);
  const applied = trust === null ? null : await applyTeamKeys(trust, bytes);
  const isNext = applied?.ok === true && applied.trust.sequence === (before?.sequence ?? 0) + 1;
  return isNext ? applied.trust : null;
}

/** False if another list of this number was stored meanwhile. */
export async function storeKeyList(
  tx: Tx,
  row: { readonly org: string; readonly team: string; readonly sequence: number; readonly document: string },
): Promise<boolean> {
  const stored = await tx
    .insertInto('team_key_lists')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('sequence')
    .executeTakeFirst();
  return stored !== undefined;
}
