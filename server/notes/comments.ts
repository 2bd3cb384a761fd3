import { sql } from 'kysely';
import * as v from 'valibot';
import { commentSchema, type NoteComment } from '../../contract/api/review/reviewed-note.ts';
import { redact } from '../../contract/numbers/redact.ts';
import { readable } from '../database/readable.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { holdErasures } from '../erasure/hold-texts.ts';
import type { Audience } from '../events/audience.ts';
import { lockCounter, storeChanges } from '../sync/store-changes.ts';
import { readJson } from '../sync/stored-body.ts';
import { TeamState } from '../sync/team-state.ts';

/** Oldest first. */
export async function readComments(tx: Tx, { org, team }: Tenant, note: string): Promise<NoteComment[]> {
  const rows = await tx
    .selectFrom('records')
    .select('body')
    .where('org', '=', org)
    .where('team', '=', team)
    .where('kind', '=', 'comment')
    .where('subject', '=', note)
    .orderBy('at')
    .execute();
  const stored = v.looseObject(commentSchema.entries);
  return readable(rows, ({ body }) => {
    const { id, by, at, text, readAt } = v.parse(stored, readJson(body));
    return { id, by, at, text, readAt };
  }).items;
}

/** Comments by note; a note without comments is left out. */
export async function countComments(
  tx: Tx,
  { org, team }: Tenant,
  notes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('records')
    .select(['subject', sql<number>`count(*)::int`.as('comments')])
    .where('org', '=', org)
    .where('team', '=', team)
    .where('kind', '=', 'comment')
    .where('subject', '=', sql<string>`any(${notes})`)
    .groupBy('subject')
    .execute();
  return new Map(rows.flatMap(({ subject, comments }) => (subject === null ? [] : [[subject, comments]])));
}

/**
 * The agent who wrote the note receives it with the next pull. Gives whom to notify, or null if
 * there is no such note.
 */
export async function addComment(
  tx: Tx,
  where: Tenant,
  note: string,
  { id, by, at, text }: NoteComment,
): Promise<Audience | null> {
  // Written before an erasure, for whose end the counter waits.
  const erased = await holdErasures(tx, where, at);
  const seq = await lockCounter(tx, where);
  const found = await tx
    .selectFrom('records')
    .leftJoin('members', (join) =>
      join.onRef('members.org', '=', 'records.org').onRef('members.member', '=', 'records.owner'),
    )
    .select(['owner', 'number'])
    .where('records.org', '=', where.org)
    .where('records.team', '=', where.team)
    .where('kind', '=', 'note')
    .where('id', '=', note)
    .where('body', 'is not', null)
    .executeTakeFirst();
  if (found === undefined) return null;
  const state = new TeamState([], [], new Map());
  const body = { type: 'comment', note, id, by, at, text: redact(text, erased) };
  state.put({
    kind: 'comment',
    id,
    revision: 1,
    owner: found.owner,
    at,
    subject: note,
    numberKeys: [],
    body,
  });
  await storeChanges(tx, where, seq, state);
  return { permission: null, agents: found.number === null ? [] : [found.number] };
}
