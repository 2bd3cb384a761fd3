import { removeNotes, tablesOfNotes } from '../notes/remove-notes.ts';
import type { SyncStores } from '../open-stores.ts';

/**
 * Deletes notes that were deleted elsewhere, with everything that belongs to them and their outbox
 * entries.
 */
export async function forgetNotes({ database, notes }: SyncStores, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const calls = await database.transaction('rw', tablesOfNotes(database), async () => {
    const found = await database.notes.bulkGet([...ids]);
    const rows = found.filter((row) => row !== undefined);
    const callKeys = rows.flatMap(({ callKey }) => (callKey === '' ? [] : [callKey]));
    await removeNotes(database, rows, callKeys);
    await database.outbox.bulkDelete(ids.map((id): [string, string] => ['gone', id]));
    return callKeys.length;
  });
  if (calls > 0) notes.ports.changes.announce({ kind: 'calls-deleted' });
  for (const id of ids) notes.ports.changes.announce({ kind: 'deleted', id });
}
