import type { PulledItem } from '../../contract/api/sync/pull.ts';
import { importNumberKey, numberKey } from '../../contract/numbers/number-key.ts';
import { postponeHeld, tablesOfHeldCalls } from '../notes/held-calls.ts';
import { readStoredNote } from '../notes/stored-note.ts';
import type { SyncStores } from '../open-stores.ts';
import { forgetNotes } from './forget-notes.ts';

/** Rows per step: years of notes must not be in memory at once. */
const AT_ONCE = 500;

/**
 * The team erased a number: deletes this computer's notes and calls with it. The server sends a
 * keyed hash of the number, so each record of the agent is decrypted and compared; that is rare and
 * takes seconds.
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

/** Calls without a note: missed, turned away, abandoned. */
async function eraseCalls(
  { database, journal, notes }: SyncStores,
  isMeant: (number: string, at: number) => Promise<boolean>,
): Promise<void> {
  const callKeys = await journal.callKeysWhere(isMeant);
  if (callKeys.length === 0) return;
  const { changes, now } = notes.ports;
  const { journal: entries } = database;
  const deleted = await database.transaction('rw', [entries, ...tablesOfHeldCalls(database)], async () => {
    const meant = await postponeHeld(database, { notes: [], callKeys }, false, now());
    await entries.where('callKey').anyOf(meant.callKeys).delete();
    return meant.callKeys.length;
  });
  if (deleted > 0) changes.announce({ kind: 'calls-deleted' });
}
