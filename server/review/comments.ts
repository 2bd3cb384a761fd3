import * as v from 'valibot';
import { commentSchema } from '../../contract/review/reviewed-note.ts';
import type { Tx } from '../database/tenant.ts';
import { lockCounter, storeChanges } from '../sync/store-changes.ts';
import { readJson } from '../sync/stored-body.ts';
import { TeamState } from '../sync/team-state.ts';

interface Team {
  readonly org: string;
  readonly team: string;
}

export type Comment = v.InferOutput<typeof commentSchema>;

/** Oldest first. */
export async function readComments(tx: Tx, { org, team }: Team, note: string): Promise<Comment[]> {
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
  return rows.map(({ body }) => {
    const { id, by, at, text } = v.parse(stored, readJson(body));
    return { id, by, at, text };
  });
}

/** Goes to the agent who wrote the note, with the next pull. False if there is no such note. */
export async function addComment(tx: Tx, where: Team, note: string, comment: Comment): Promise<boolean> {
  const seq = await lockCounter(tx, where);
  const found = await tx
    .selectFrom('records')
    .select('owner')
    .where('org', '=', where.org)
    .where('team', '=', where.team)
    .where('kind', '=', 'note')
    .where('id', '=', note)
    .where('body', 'is not', null)
    .executeTakeFirst();
  if (found === undefined) return false;
  const state = new TeamState([], [], new Map());
  const { id, at } = comment;
  const body = { type: 'comment', note, ...comment };
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
  return true;
}
