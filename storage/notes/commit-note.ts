import type { Database, Rows } from '../database.ts';

export type CommitResult =
  | { readonly ok: true }
  /** Another page stored a newer revision first. */
  | { readonly ok: false; readonly reason: 'conflict'; readonly theirs: Rows['notes'] }
  | { readonly ok: false; readonly reason: 'no-such-note' };

/**
 * Stores one keystroke in one transaction: note, outbox entry and, if a new step began, the undo
 * steps. It writes only on top of the revision that the page has seen, and resolves when the bytes
 * are on disk (strict durability). Uses IndexedDB directly: through Dexie the same transaction
 * takes two to three times as long (`npm run bench -- notes`).
 */
export async function commitNote(
  database: Database,
  row: Rows['notes'],
  seenRevision: number,
  undo: Rows['undo'] | null,
): Promise<CommitResult> {
  if (!database.isOpen()) await database.open();
  const transaction = database
    .backendDB()
    .transaction(['notes', 'outbox', 'undo'], 'readwrite', { durability: 'strict' });
  return await new Promise((resolve, reject) => {
    let result: CommitResult = { ok: true };
    let refused: unknown = null;
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = () => reject(refused ?? transaction.error ?? new DOMException('', 'AbortError'));
    const reading: IDBRequest<Rows['notes'] | undefined> = transaction.objectStore('notes').get(row.id);
    reading.onsuccess = () => {
      const stored = reading.result;
      if (stored === undefined) result = { ok: false, reason: 'no-such-note' };
      else if (stored.revision !== seenRevision) result = { ok: false, reason: 'conflict', theirs: stored };
      else {
        try {
          put(transaction, { ...row, callKey: stored.callKey }, undo);
        } catch (error) {
          refused = error;
          transaction.abort();
        }
      }
    };
  });
}

/** Keeps the call's key of the first revision, whichever start writes this one. */
function put(transaction: IDBTransaction, row: Rows['notes'], undo: Rows['undo'] | null): void {
  const { id, agent, revision } = row;
  transaction.objectStore('notes').put(row);
  transaction.objectStore('outbox').put({ table: 'notes', id, agent, revision } satisfies Rows['outbox']);
  if (undo !== null) transaction.objectStore('undo').put(undo);
}
