import { heldCallKeys } from './held-calls.ts';
import type { NoteStore } from './note-store.ts';
import { removeNotes, tablesOfNotes } from './remove-notes.ts';

/**
 * Deletes what was to be deleted while its call was up or being wrapped up, once that is over.
 * Works while locked, because it compares keys only.
 */
export async function finishDeletions({ ports }: NoteStore): Promise<void> {
  const { database, changes, now } = ports;
  const { notes, laterDeletions, outbox } = database;
  const deleted = await database.transaction('rw', tablesOfNotes(database), async () => {
    const held = await heldCallKeys(database, now());
    const due = await laterDeletions.filter(({ callKey }) => !held.has(callKey)).toArray();
    const callKeys = due.map(({ callKey }) => callKey);
    const withNote = due.flatMap(({ callKey, journalOnly }) => (journalOnly === true ? [] : [callKey]));
    const rows = await notes.where('callKey').anyOf(withNote).toArray();
    await removeNotes(database, rows, callKeys);
    const onServer = new Set(due.filter(({ alsoOnServer }) => alsoOnServer).map(({ callKey }) => callKey));
    await outbox.bulkPut(
      rows
        .filter(({ callKey }) => onServer.has(callKey))
        .map(({ id, agent, revision }) => ({ table: 'gone', id, agent, revision }) as const),
    );
    await laterDeletions.bulkDelete(callKeys);
    return { calls: callKeys.length, notes: rows.map(({ id }) => id) };
  });
  if (deleted.calls > 0) changes.announce({ kind: 'calls-deleted' });
  for (const id of deleted.notes) changes.announce({ kind: 'deleted', id });
}
