import { applyTeamKeys, firstTrust, type TeamTrust } from '../../contract/release/team-trust.ts';
import type { Tx } from '../database/tenant.ts';

/** Lists of signers as they were handed in, oldest first. */
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
 * Whom a browser that enrolled at the beginning would believe now; null before the first list. The server checks what it
 * stores, so that a mistake is told to the lead; agents check for themselves and do not rely on it.
 */
export async function readTrust(tx: Tx, org: string, team: string): Promise<TeamTrust | null> {
  const documents = await keyListsOf(tx, org, team);
  let trust: TeamTrust | null = null;
  for (const document of documents) trust = await addKeyList(trust, team, document);
  return trust;
}

/** Null if the list does not follow. Nobody was trusted before the first one. */
export async function addKeyList(
  before: TeamTrust | null,
  team: string,
  document: string,
): Promise<TeamTrust | null> {
  const bytes = new TextEncoder().encode(document);
  const trust = before ?? firstTrust(team, bytes);
  const applied = trust === null ? null : await applyTeamKeys(trust, bytes);
  return applied?.ok === true ? applied.trust : null;
}
