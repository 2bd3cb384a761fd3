import { sql } from 'kysely';
import type { ReviewedNote, ReviewQuery } from '../../contract/api/review/reviewed-note.ts';
import type { Tx } from '../database/tenant.ts';
import { noteOfRow, selectNotes } from './read-notes.ts';

/** Rows looked at in one request: a search for what is rare must not hold up the floor. */
const MOST_READ = 5_000;
const AT_ONCE = 500;

/**
 * The newest calls of a span that the query asks for, before the note that `after` names (`AT.ID`). What people typed is text to the
 * database (tables.ts), so all but the agent is compared here.
 */
export async function findNotes(
  tx: Tx,
  team: { readonly org: string; readonly team: string },
  query: ReviewQuery,
  limit: number,
): Promise<{ readonly notes: readonly ReviewedNote[]; readonly next: string | null }> {
  const notes: ReviewedNote[] = [];
  let after = query.after;
  for (let readSoFar = 0; readSoFar < MOST_READ; readSoFar += AT_ONCE) {
    const rows = await newestFirst(tx, team, { ...query, after });
    for (const row of rows) {
      const found = noteOfRow(row);
      if (!isMeant(found, query)) continue;
      if (notes.length === limit) return { notes, next: after };
      notes.push(found);
      after = `${row.at}.${row.id}`;
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return { notes, next: null };
    after = `${last.at}.${last.id}`;
  }
  return { notes, next: after };
}

async function newestFirst(
  tx: Tx,
  team: { readonly org: string; readonly team: string },
  { from, to, after, agent }: ReviewQuery,
) {
  const [, at, id] = /^(\d{1,15})\.(.+)$/s.exec(after) ?? [];
  return await selectNotes(tx, team)
    .where('note.at', '>=', from)
    .where('note.at', '<', to)
    .$if(agent !== undefined, (found) => found.where('members.number', '=', agent ?? ''))
    .$if(at !== undefined, (found) =>
      found.where(sql<boolean>`(note.at, note.id) < (${Number(at)}::bigint, ${id})`),
    )
    .orderBy('note.at', 'desc')
    .orderBy('note.id', 'desc')
    .limit(AT_ONCE)
    .execute();
}

function isMeant({ note }: ReviewedNote, { category, situation, open }: ReviewQuery): boolean {
  if (category !== undefined && note.category !== category) return false;
  if (open !== undefined && note.settled === true) return false;
  return situation === undefined || (note.facts?.situations.includes(situation) ?? false);
}
