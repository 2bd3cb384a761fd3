import { postponeHeld } from '../notes/held-calls.ts';
import { removeNotes, tablesOfNotes } from '../notes/remove-notes.ts';
import type { SyncStores } from '../open-stores.ts';

/**
 * Deletes notes that were deleted elsewhere, with everything that belongs to them and their outbox
 * entries. A call that is up or being wrapped up keeps its note until then.
 */
export async function forgetNotes({ database, notes }: SyncStores, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { changes, now } = notes.ports;
  const done = await database.transaction('rw', tablesOfNotes(database), async () => {
    const found = await database.notes.bulkGet([...ids]);
    const rows = found.filter((row) => row !== undefined);
    const callKeys = rows.flatMap(({ callKey }) => (callKey === '' ? [] : [callKey]));
    const meant = await postponeHeld(database, { notes: rows, callKeys }, false, now());
    await removeNotes(database, meant.notes, meant.callKeys);
    await database.outbox.bulkDelete(ids.map((id): [string, string] => ['gone', id]));
    return meant;
  });
  if (done.callKeys.length > 0) changes.announce({ kind: 'calls-deleted' });
  for (const { id } of done.notes) changes.announce({ kind: 'deleted', id });
}
