import { sql } from 'kysely';
import * as v from 'valibot';
import type { NoteSearch, ReviewedNote, ReviewQuery } from '../../contract/api/review/reviewed-note.ts';
import { noteFactsSchema } from '../../contract/note/note.ts';
import { shiftInstants } from '../../contract/note/shift-instants.ts';
import { readable, readOr } from '../database/readable.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { readJson, readSharedNote } from '../sync/stored-body.ts';
import { hasOutcome } from './has-outcome.ts';
import { hasWord, mayHaveWords, type SoughtWord, soughtWords } from './sought-words.ts';

export interface NotePage {
  readonly notes: readonly ReviewedNote[];
  /** Rows of this page that could not be read, and were left out. */
  readonly unreadable: number;
  /** `AT.ID` of the last note, for the next page; null at the end. */
  readonly next: string | null;
}

/** At most so many rows are read for one request: a search for something rare must not take all. */
const MAX_READ = 5_000;
const BATCH = 500;
/** Where the database compares words, only what may have them leaves it. */
const MAX_SEARCHED = 40_000;
const SEARCHED_BATCH = 5_000;

/**
 * The notes of a team, with their facts and authors, as a query that callers narrow and execute.
 */
export function selectNotes(tx: Tx, { org, team }: Tenant) {
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

const size = sql<number>`octet_length(note.body) + coalesce(octet_length(facts.body), 0)`;

/**
 * Calls from `from` to before `to`, oldest first, after the note that `after` names (`AT.ID`): at
 * most `notes`, and no more than `bytes` as they are stored.
 */
export async function readNotes(
  tx: Tx,
  team: Tenant,
  { from, to, after }: { readonly from: number; readonly to: number; readonly after: string },
  most: { readonly notes: number; readonly bytes: number },
): Promise<NotePage> {
  const [, at, id] = /^(\d{1,15})\.(.+)$/s.exec(after) ?? [];
  const found = selectNotes(tx, team)
    .select(size.as('size'))
    .select(sql<number>`sum(${size}) over (order by note.at, note.id)`.as('total'))
    .where('note.at', '>=', from)
    .where('note.at', '<', to)
    .$if(at !== undefined, (found) =>
      found.where(sql<boolean>`(note.at, note.id) > (${Number(at)}::bigint, ${id})`),
    )
    .orderBy('note.at')
    .orderBy('note.id')
    .limit(most.notes + 1);
  // `total` includes the row: the last one may be over, and is only read to know of it.
  const rows = await tx
    .selectFrom(found.as('found'))
    .selectAll()
    .where(sql<boolean>`total - size <= ${most.bytes}`)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const isMore = rows.length > most.notes || (rows.at(-1)?.total ?? 0) > most.bytes;
  const page = isMore && rows.length > 1 ? rows.slice(0, -1) : rows;
  const last = page.at(-1);
  const next = isMore && last !== undefined ? `${last.at}.${last.id}` : null;
  const { items: notes, unreadable } = readable(page, noteOfRow);
  return { notes, unreadable, next };
}

/**
 * Notes that match a query, newest first, before the note that `after` names (`AT.ID`). Bodies are
 * opaque text to the database (tables.ts), so every filter but the agent is applied here; of words
 * the database only says which notes may have them.
 */
export async function findNotes(
  tx: Tx,
  team: Tenant,
  query: ReviewQuery | NoteSearch,
  limit: number,
): Promise<NotePage> {
  const words = 'words' in query ? await soughtWords(tx, team.org, query.words) : [];
  const [batch, most] = words.length > 0 ? [SEARCHED_BATCH, MAX_SEARCHED] : [BATCH, MAX_READ];
  const notes: ReviewedNote[] = [];
  let unreadable = 0;
  let after = query.after;
  for (let rowsRead = 0; rowsRead < most; rowsRead += batch) {
    const rows = await newestFirst(tx, team, { ...query, after }, batch, words);
    for (const row of rows) {
      if (row.body === null) continue;
      const found = readOr(null, () => noteOfRow(row));
      if (found !== null && !(matches(found, query) && words.every((word) => hasWord(row, found, word))))
        continue;
      if (notes.length === limit) return { notes, unreadable, next: after };
      if (found === null) {
        unreadable += 1;
        continue;
      }
      notes.push(found);
      after = `${row.at}.${row.id}`;
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return { notes, unreadable, next: null };
    after = `${last.at}.${last.id}`;
  }
  return { notes, unreadable, next: after };
}

/** The body is null where the note cannot have one of the words. */
async function newestFirst(
  tx: Tx,
  team: Tenant,
  { from, to, after, agent }: Pick<ReviewQuery, 'from' | 'to' | 'after' | 'agent'>,
  batch: number,
  words: readonly SoughtWord[],
) {
  const [, at, id] = /^(\d{1,15})\.(.+)$/s.exec(after) ?? [];
  const newest = selectNotes(tx, team)
    .select('note.number_keys as keys')
    .where('note.at', '>=', from)
    .where('note.at', '<', to)
    .$if(agent !== undefined, (found) => found.where('members.number', '=', agent ?? ''))
    .$if(at !== undefined, (found) =>
      found.where(sql<boolean>`(note.at, note.id) < (${Number(at)}::bigint, ${id})`),
    )
    .orderBy('note.at', 'desc')
    .orderBy('note.id', 'desc')
    .limit(batch);
  const may = mayHaveWords(words);
  return await tx
    .selectFrom(newest.as('newest'))
    .select(['id', 'at', 'revision', 'by', 'keys'])
    .select([sql<string | null>`case when ${may} then body end`.as('body')])
    .select([sql<string | null>`case when ${may} then facts end`.as('facts')])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

function matches({ note }: ReviewedNote, query: ReviewQuery | NoteSearch): boolean {
  const { category, situation, open, outcome } = query;
  if ('title' in query && query.title !== undefined && note.title !== query.title) return false;
  if (category !== undefined && note.category !== category) return false;
  if (outcome !== undefined && !hasOutcome(note, outcome)) return false;
  if (open !== undefined && note.settled === true) return false;
  return situation === undefined || (note.facts?.situations.includes(situation) ?? false);
}

/**
 * Its instants are by the server's clock, as far as that of the device is known (`at`). Throws for
 * a row that cannot be read (readable.ts).
 */
export function noteOfRow(row: {
  readonly by: string;
  readonly at: number;
  readonly revision: number;
  readonly body: string | null;
  readonly facts: string | null;
}): ReviewedNote {
  const facts = row.facts === null ? null : v.parse(noteFactsSchema, readJson(row.facts));
  const { offset: _, ...shared } = readSharedNote(readJson(row.body));
  const note = { ...shared, revision: row.revision, facts };
  return { by: row.by, note: shiftInstants(note, row.at - note.createdAt) };
}
