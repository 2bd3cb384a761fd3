import type { Database, Rows } from '../database.ts';
import type { BrowserStart } from '../keys/browser-start.ts';
import { rotateTeamKey, shareTeamKey } from '../keys/team-key.ts';

export interface ComputerAgent {
  readonly agent: string;
  /** The agent number. */
  readonly label: string;
}

export interface RemovedAgent extends ComputerAgent {
  readonly unsent: number;
}

export type Approval =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'no-such-agent' | 'no-team-key' };

export type Removal =
  | { readonly ok: true; readonly unsent: number }
  | { readonly ok: false; readonly reason: 'no-such-agent' | 'no-team-key' | 'signed-in' };

/** False for an agent who was removed: their unsent items stay until they are sent. */
export function isHere({ isRemoved }: Rows['keys']): boolean {
  return isRemoved !== true;
}

/** To choose from before unlocking. */
export async function agentsHere(database: Database): Promise<readonly ComputerAgent[]> {
  const rows = await database.keys.toArray();
  return rows.filter(isHere).map(({ agent, label }) => ({ agent, label }));
}

/** Who was added while the computer was locked, and has no team key until somebody approves. */
export async function pendingAgents(database: Database): Promise<ReadonlySet<string>> {
  const held = new Set(await database.teamShares.toCollection().primaryKeys());
  return new Set((await agentsHere(database)).map(({ agent }) => agent).filter((agent) => !held.has(agent)));
}

export async function removedAgents(database: Database): Promise<readonly RemovedAgent[]> {
  const rows = (await database.keys.toArray()).filter((row) => !isHere(row));
  return await Promise.all(
    rows.map(async ({ agent, label }) => ({ agent, label, unsent: await countUnsent(database, agent) })),
  );
}

/**
 * Lets an agent of this computer read the team's events, also one who was removed. Only who has
 * the team key and is unlocked can do it. Within the vault's lock.
 */
export async function approveAgent(
  database: Database,
  approver: BrowserStart | null,
  agent: string,
): Promise<Approval> {
  const row = await database.keys.get(agent);
  if (row === undefined) return { ok: false, reason: 'no-such-agent' };
  const { isRemoved: _, ...keys } = row;
  if (approver === null || !(await shareTeamKey(database, approver, keys)))
    return { ok: false, reason: 'no-team-key' };
  await database.keys.put(keys);
  return { ok: true };
}

/**
 * Removes another agent, and makes a new team key. What they have not sent stays, encrypted with
 * their keys, and is counted. Within the vault's lock; the remover then needs a new start.
 */
export async function removeAgent(
  database: Database,
  remover: BrowserStart | null,
  agent: string,
): Promise<Removal> {
  const row = await database.keys.get(agent);
  if (row === undefined || !isHere(row)) return { ok: false, reason: 'no-such-agent' };
  if (remover?.session.agent === agent) return { ok: false, reason: 'signed-in' };
  if (remover === null || !(await rotateTeamKey(database, remover, agent)))
    return { ok: false, reason: 'no-team-key' };
  await database.keys.put({ ...row, isRemoved: true });
  return { ok: true, unsent: await countUnsent(database, agent) };
}

async function countUnsent(database: Database, agent: string): Promise<number> {
  return await database.outbox.where('agent').equals(agent).count();
}
