import * as v from 'valibot';
import type { Instant } from '../../calls/call-event.ts';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';
import { instantSchema } from '../../calls/vocabulary/instant.ts';
import { NOTE_LIMITS } from '../../contract/note/note.ts';
import type { Database } from '../database.ts';
import type { StartKeys } from '../keys/start-keys.ts';
import { dayOf } from '../notes/day.ts';
import type { Codec } from '../vault/codec.ts';
import { encryptRecord } from '../vault/encrypted-record.ts';
import type { SearchEntry } from './search-entry.ts';

/** The search text of the notes of some whole days, at the time the page was written. */
export interface NotePage {
  readonly from: string;
  readonly to: string;
  /** Oldest first. */
  readonly entries: readonly SearchEntry[];
}

/** Sorts after every day. */
export const LAST_DAY = '\uffff';

/** Tuples of id, time, day, tags and text: a fifth shorter than objects. */
const pageSchema = v.array(
  v.strictTuple([
    boundedText(80),
    instantSchema,
    boundedText(40),
    v.array(boundedText(NOTE_LIMITS.tag)),
    // Text, names and numbers of one note.
    boundedText(2 * NOTE_LIMITS.text),
  ]),
);

/**
 * Pages of notes for search, encrypted: opening a page of a thousand notes takes a few
 * milliseconds, where a single note takes a tenth of one. Pages are copies: missing notes are read
 * from their rows.
 */
export async function pageIds(database: Database, agent: string): Promise<readonly string[]> {
  const newestLast = database.notePages.where('[agent+to]').between([agent, ''], [agent, LAST_DAY]);
  return (await newestLast.primaryKeys()).reverse();
}

/** Null for a page that cannot be decrypted now; a tampered one is deleted. */
export async function readPage(database: Database, codec: Codec, id: string): Promise<NotePage | null> {
  const row = await database.notePages.get(id);
  if (row === undefined) return null;
  const decoded = await codec.decode('notePages', id, row.encrypted);
  const parsed = v.safeParse(pageSchema, decoded.ok ? decoded.record : null);
  if (parsed.success) return { from: row.from, to: row.to, entries: parsed.output.map(asEntry) };
  if (decoded.ok || decoded.reason === 'tampered') await database.notePages.delete(id);
  return null;
}

/**
 * Uses the keys with which its notes were read: another agent may have signed in since. Writes
 * nothing if a note was deleted or changed since its revision was read: a copy must not keep it.
 */
export async function writePage(
  database: Database,
  keys: StartKeys,
  page: NotePage,
  revisions: ReadonlyMap<string, number>,
): Promise<void> {
  const id = crypto.randomUUID();
  const { from, to, entries } = page;
  const record = entries.map(({ id: note, createdAt, day, tags, text }) => [
    note,
    createdAt,
    day,
    tags,
    text,
  ]);
  const encrypted = await encryptRecord(keys, 'notePages', id, record);
  await database.transaction('rw', database.notes, database.notePages, async () => {
    const ids = entries.map((entry) => entry.id);
    const stored = await database.notes.bulkGet(ids);
    if (stored.some((row, at) => row === undefined || row.revision !== revisions.get(ids[at] ?? ''))) return;
    await database.notePages.put({ id, agent: keys.agent, from, to, encrypted });
  });
}

/** Within a transaction with `notePages`: deletes every page with notes of these days. */
export async function dropPagesOf(
  database: Database,
  agent: string,
  days: ReadonlySet<string>,
): Promise<void> {
  const oldest = [...days].sort()[0];
  if (oldest === undefined) return;
  const later = database.notePages.where('[agent+to]').between([agent, oldest], [agent, LAST_DAY]);
  await later.filter(({ from, to }) => [...days].some((day) => from <= day && day <= to)).delete();
}

function asEntry([id, createdAt, day, tags, text]: v.InferOutput<typeof pageSchema>[number]): SearchEntry {
  return { id, createdAt, day, tags, text };
}

/** Deletes pages of days in which a note changed after the last check. */
export async function dropStalePages(database: Database, agent: string): Promise<void> {
  const since = (await database.meta.get(`notePages ${agent}`))?.value ?? '';
  const changed = database.notes
    .where('[agent+changed+day]')
    .between([agent, since, ''], [agent, LAST_DAY, '']);
  const days = new Set((await changed.uniqueKeys()).map((key) => (Array.isArray(key) ? String(key[2]) : '')));
  await database.transaction('rw', database.notePages, () => dropPagesOf(database, agent, days));
}

/** Every page was checked at `now`. */
export async function rememberPages(database: Database, agent: string, now: Instant): Promise<void> {
  await database.meta.put({ name: `notePages ${agent}`, value: dayOf(now) });
}
