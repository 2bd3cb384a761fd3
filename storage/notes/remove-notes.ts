import type { Database, Rows } from '../database.ts';
import { dropPagesOf } from '../search/note-pages.ts';
import { tablesOfHeldCalls } from './held-calls.ts';

/** The tables that a transaction around `postponeHeld` and `removeNotes` needs. */
export function tablesOfNotes(database: Database) {
  const { notes, notePages, facts, undo, outbox, journal } = database;
  const { shadows, refusals, comments } = database;
  return [
    notes,
    notePages,
    facts,
    undo,
    outbox,
    journal,
    shadows,
    refusals,
    comments,
    ...tablesOfHeldCalls(database),
  ];
}

/**
 * Deletes notes with everything that belongs to them, their outbox entries, and the journal of
 * `callKeys`. Call it within a transaction.
 */
export async function removeNotes(
  database: Database,
  rows: readonly Rows['notes'][],
  callKeys: readonly string[],
): Promise<void> {
  const { notes, facts, undo, outbox, journal, shadows, refusals, comments } = database;
  const ids = rows.map(({ id }) => id);
  const commentIds = await comments.where('note').anyOf(ids).primaryKeys();
  const outboxKeys = [
    ...ids.flatMap((id): [string, string][] => [
      ['notes', id],
      ['facts', id],
      ['gone', id],
    ]),
    ...commentIds.map((id): [string, string] => ['comments', id]),
  ];
  for (const agent of new Set(rows.map((row) => row.agent))) {
    await dropPagesOf(database, agent, new Set(rows.map(({ day }) => day)));
  }
  await Promise.all([
    ...[notes, facts, undo, shadows].map((table) => table.bulkDelete(ids)),
    ...[outbox, refusals].map((table) => table.bulkDelete(outboxKeys)),
    comments.bulkDelete(commentIds),
    journal.where('callKey').anyOf(callKeys).delete(),
  ]);
}
