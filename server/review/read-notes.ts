import { sql } from 'kysely';
import * as v from 'valibot';
import type { ReviewedNote } from '../../contract/api/review/reviewed-note.ts';
import { noteFactsSchema } from '../../contract/note/note.ts';
import type { Tx } from '../database/tenant.ts';
import { readJson, readSharedNote } from '../sync/stored-body.ts';

interface Team {
  readonly org: string;
  readonly team: string;
}

/** The notes of a team, with their facts and who wrote them; to be narrowed down and executed. */
export function selectNotes(tx: Tx, { org, team }: Team) {
  return tx
    .selectFrom('records as note')
    .leftJoin('records as facts', (join) =>
      join
        .onRef('facts.org', '=', 'note.org')
        .onRef('facts.team', '=', 'note.team')
        .onRef('facts.id', '=', 'note.id')
        .on('facts.kind', '=', 'facts'),
    )
    .innerJoin('members', (join) =>
      join.onRef('members.org', '=', 'note.org').onRef('members.member', '=', 'note.owner'),
    )
    .select([
      'note.id',
      'note.at',
      'note.revision',
      'note.body',
      'facts.body as facts',
      'members.number as by',
    ])
    .where('note.org', '=', org)
    .where('note.team', '=', team)
    .where('note.kind', '=', 'note')
    .where('note.body', 'is not', null);
}

/** Calls from `from` to before `to` in their order, after the note that `after` names (`AT.ID`). */
export async function readNotes(
  tx: Tx,
  team: Team,
  { from, to, after }: { readonly from: number; readonly to: number; readonly after: string },
  limit: number,
): Promise<{ readonly notes: readonly ReviewedNote[]; readonly next: string | null }> {
  const [, at, id] = /^(\d{1,15})\.(.+)$/s.exec(after) ?? [];
  const rows = await selectNotes(tx, team)
    .where('note.at', '>=', from)
    .where('note.at', '<', to)
    .$if(at !== undefined, (found) =>
      found.where(sql<boolean>`(note.at, note.id) > (${Number(at)}::bigint, ${id})`),
    )
    .orderBy('note.at')
    .orderBy('note.id')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last !== undefined ? `${last.at}.${last.id}` : null;
  return { notes: page.map(noteOfRow), next };
}

export function noteOfRow(row: {
  readonly by: string;
  readonly revision: number;
  readonly body: string | null;
  readonly facts: string | null;
}): ReviewedNote {
  const facts = row.facts === null ? null : v.parse(noteFactsSchema, readJson(row.facts));
  return { by: row.by, note: { ...readSharedNote(readJson(row.body)), revision: row.revision, facts } };
}
