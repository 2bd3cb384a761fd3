import { Dexie } from 'dexie';
import PouchDB from 'pouchdb-browser';
import { NoteDraft } from '../../storage/notes/note-draft.ts';
import type { Stores } from '../../storage/open-stores.ts';

/** One keystroke: the whole text so far. Resolves when the store says that it is kept. */
export type Keystroke = (text: string) => Promise<void>;

/** Sealed note, outbox and undo steps in one strict transaction, on top of the revision seen. */
export async function ours(stores: Stores): Promise<Keystroke> {
  const opened = await NoteDraft.open(stores.notes, await stores.notes.create({ kind: 'walk-in' }));
  if (!opened.ok) throw new Error(opened.reason);
  const { draft } = opened;
  return async (text) => {
    draft.type({ text });
    await draft.settled();
    if (draft.view.status.state !== 'saved') throw new Error(JSON.stringify(draft.view.status));
  };
}

/** Note and outbox in clear, with nothing but the browser's own interface: the floor. */
export async function rawStrict(): Promise<Keystroke> {
  const opening = indexedDB.open('raw', 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('notes', { keyPath: 'id' });
    opening.result.createObjectStore('outbox', { keyPath: 'id' });
  };
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  let revision = 0;
  return (text) =>
    new Promise((resolve, reject) => {
      revision += 1;
      const transaction = database.transaction(['notes', 'outbox'], 'readwrite', { durability: 'strict' });
      transaction.objectStore('notes').put({ id: 'n', text, revision });
      transaction.objectStore('outbox').put({ id: 'n', revision });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
}

/** Note and outbox in clear through Dexie, which leaves Chrome's default: no fsync. */
export async function dexieRelaxed(): Promise<Keystroke> {
  const database = new Dexie('dexie');
  database.version(1).stores({ notes: 'id', outbox: 'id' });
  const [notes, outbox] = [database.table('notes'), database.table('outbox')];
  let revision = 0;
  return (text) =>
    database.transaction('rw', notes, outbox, async () => {
      revision += 1;
      await Promise.all([notes.put({ id: 'n', text, revision }), outbox.put({ id: 'n', revision })]);
    });
}

/** A document and its revision; the changes feed stands for the outbox. */
export async function pouch(): Promise<Keystroke> {
  const database = new PouchDB<{ text: string }>('pouch');
  let { rev } = await database.put({ _id: 'n', text: '' });
  return async (text) => {
    ({ rev } = await database.put({ _id: 'n', _rev: rev, text }));
  };
}
