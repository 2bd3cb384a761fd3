import { heldCallKeys, tablesOfHeldCalls } from './held-calls.ts';
import type { NoteStore } from './note-store.ts';

/**
 * Deletes the journal of a call, or does so after its wrap-up; then with its note if the call is
 * the erased person's own.
 */
export async function deleteJournal(
  { ports }: NoteStore,
  callKey: string,
  isOfCaller: boolean,
): Promise<void> {
  const { database, changes, now } = ports;
  const { journal, laterDeletions } = database;
  const deleted = await database.transaction('rw', [journal, ...tablesOfHeldCalls(database)], async () => {
    const held = await heldCallKeys(database, now());
    if (!held.has(callKey)) return await journal.where('callKey').equals(callKey).delete();
    const known = await laterDeletions.get(callKey);
    if (known !== undefined && (known.journalOnly !== true || !isOfCaller)) return 0;
    await laterDeletions.put({ callKey, alsoOnServer: false, ...(isOfCaller ? {} : { journalOnly: true }) });
    return 0;
  });
  if (deleted > 0) changes.announce({ kind: 'calls-deleted' });
}
