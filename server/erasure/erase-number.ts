import { sql } from 'kysely';
import { recordAudit } from '../audit/record-audit.ts';
import type { TenantMember, Tx } from '../database/tenant.ts';
import type { Deletion } from '../restore/deletion.ts';
import { keyOfNumber } from './number-keys.ts';
import { readNumberKey } from './read-secrets.ts';
import { deletionsOf, lockCounter, storeChanges } from './store-changes.ts';
import { TeamState } from './team-state.ts';

export interface Erased {
  readonly notes: number;
  readonly subjects: number;
  /** What must stay deleted after a restore. */
  readonly deletions: readonly Deletion[];
}

/**
 * Right to erasure (PIPL art. 47). Deletes the team's data of a number here, on every device with
 * its next pull, and later arrivals from outboxes. Null if it is not a number. The audit log omits
 * it.
 */
export async function eraseNumber(
  tx: Tx,
  who: TenantMember,
  number: string,
  at: number,
): Promise<Erased | null> {
  const key = keyOfNumber(await readNumberKey(tx, who.org), number);
  return key === null ? null : await eraseKey(tx, who, key, at);
}

/** The same for a number that is only known by its key. */
export async function eraseKey(tx: Tx, who: TenantMember, key: string, at: number): Promise<Erased> {
  const { org, team } = who;
  const seq = await lockCounter(tx, who);
  const found = await tx
    .selectFrom('records')
    .select(['kind', 'id', 'revision', 'owner', 'subject'])
    .where('org', '=', org)
    .where('team', '=', team)
    .where('number_keys', '@>', sql<string[]>`array[${key}]`)
    .execute();
  const state = new TeamState([], [], new Map());
  const notes = found.filter(({ kind }) => kind === 'note');
  for (const { id, owner } of notes) state.bury('note', id, owner, at);
  const subjects = new Set(
    found.flatMap(({ kind, subject }) => (kind === 'event' && subject !== null ? [subject] : [])),
  );
  for (const subject of subjects) state.bury('subject', subject, null, at);
  const none = { owner: null, subject: null, numberKeys: [] };
  state.put({ kind: 'erasure', id: key, revision: 1, at, ...none, body: {} });
  await storeChanges(tx, who, seq, state);
  const counts = { notes: notes.length, subjects: subjects.size };
  await recordAudit(tx, who, at, 'number-erased', counts);
  return { ...counts, deletions: deletionsOf(team, state) };
}
