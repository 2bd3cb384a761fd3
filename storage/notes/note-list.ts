import type { Instant } from '../../calls/call-event.ts';
import type { Note } from '../../contract/note/note.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import type { Rows } from '../database.ts';
import { dayOf } from './day.ts';
import type { NoteStore } from './note-store.ts';

export interface NoteList {
  /** Newest first. */
  readonly notes: readonly Note[];
  /** Notes of an earlier start, which need an unlock. */
  readonly locked: number;
  /** Notes whose bytes were changed. */
  readonly tampered: number;
}

/** The notes of the local day of `at`. */
export async function notesOfDay(store: NoteStore, at: Instant = store.ports.now()): Promise<NoteList> {
  const { database, codec } = store.ports;
  const { agent } = await codec.writer();
  const rows = await database.notes
    .where('[agent+day]')
    .equals([agent, dayOf(at)])
    .toArray();
  return await readNotes(store, rows);
}

/**
 * The notes of the local days from `firstDay` to `lastDay`, both included, in the format of
 * `dayOf`.
 */
export async function notesOfDays(store: NoteStore, firstDay: string, lastDay: string): Promise<NoteList> {
  const { database, codec } = store.ports;
  const { agent } = await codec.writer();
  const rows = await database.notes
    .where('[agent+day]')
    .between([agent, firstDay], [agent, lastDay], true, true)
    .toArray();
  return await readNotes(store, rows);
}

/**
 * Earlier notes of a number in any spelling. Other starts' hashes need their keys, so while locked
 * only notes of this browser start are found; `complete` says whether these are all.
 */
export async function notesOfNumber(
  store: NoteStore,
  number: string,
): Promise<NoteList & { readonly complete: boolean }> {
  const complete = await store.ports.codec.readsEveryStart();
  const form = numberForm(number);
  if (form === null) return { notes: [], locked: 0, tampered: 0, complete };
  const keys = await store.ports.codec.lookupKeys('number', form);
  const rows = await store.ports.database.notes.where('numberKeys').anyOf(keys).distinct().toArray();
  return { ...(await readNotes(store, rows)), complete };
}

/** Newest first. Counts rows that cannot be decrypted. */
export async function readNotes(store: NoteStore, rows: readonly Rows['notes'][]): Promise<NoteList> {
  const notes: Note[] = [];
  const refused = { locked: 0, tampered: 0, 'no-such-note': 0 };
  const facts = await store.ports.database.facts.bulkGet(rows.map(({ id }) => id));
  for (const reading of await Promise.all(rows.map((row, at) => store.open(row, facts[at])))) {
    if (reading.ok) notes.push(reading.note);
    else refused[reading.reason] += 1;
  }
  const { locked, tampered } = refused;
  return { notes: notes.sort((a, b) => b.createdAt - a.createdAt), locked, tampered };
}
