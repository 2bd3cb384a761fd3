import type { PulledItem } from '../../contract/api/sync/pull.ts';
import { importNumberKey, numberKey } from '../../contract/numbers/number-key.ts';
import { readStoredNote } from '../notes/stored-note.ts';
import { forgetNotes } from './forget-notes.ts';
import type { SyncStores } from './sync-stores.ts';

/** Rows opened at a time: a computer with years of notes must not hold them all. */
const AT_ONCE = 500;

/**
 * A person's right reached the team: what this computer has of the number goes, notes and calls. The server names it by a keyed hash,
 * so every one of the agent's is opened and compared; that is rare, and seconds at most.
 */
export async function eraseNumber(
  stores: SyncStores,
  erased: PulledItem & { readonly type: 'erased' },
  keyHex: string,
): Promise<void> {
  const { database, codec } = stores;
  const { agent } = await codec.writer();
  const key = await importNumberKey(keyHex);
  const isMeant = async (number: string) => (await numberKey(key, number)) === erased.numberKey;
  const ids = await database.notes.filter((row) => row.agent === agent).primaryKeys();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const rows = await database.notes.bulkGet(ids.slice(from, from + AT_ONCE));
    const meant = await Promise.all(
      rows.map(async (row) => {
        const reading = row === undefined ? null : await readStoredNote(codec, row);
        if (!reading?.ok || reading.note.createdAt > erased.before) return [];
        const { contact, contactNumber, id } = reading.note;
        const numbers = contact.kind === 'call' ? [contact.number, contactNumber] : [contactNumber];
        return (await Promise.all(numbers.map(isMeant))).some(Boolean) ? [id] : [];
      }),
    );
    await forgetNotes(stores, meant.flat());
  }
  await eraseCalls(stores, async (number, at) => at <= erased.before && (await isMeant(number)));
}

/** Calls that left no note: missed, turned away, given up. */
async function eraseCalls(
  { database, journal, notes }: SyncStores,
  isMeant: (number: string, at: number) => Promise<boolean>,
): Promise<void> {
  const callKeys = await journal.callKeysWhere(isMeant);
  if (callKeys.length === 0) return;
  const { journal: entries, openCalls } = database;
  await database.transaction('rw', entries, openCalls, async () => {
    await entries.where('callKey').anyOf(callKeys).delete();
    await openCalls.bulkDelete([...callKeys]);
  });
  notes.ports.changes.announce({ kind: 'calls-deleted' });
}
