import * as v from 'valibot';
import { type Note, type NoteFacts, noteFactsSchema, noteSchema } from '../../contract/note/note.ts';
import type { Database, Rows } from '../database.ts';
import type { Codec } from '../vault/codec.ts';

/** The part of a note that the page with the field writes; facts and revision are separate. */
export type StoredNote = Omit<Note, 'revision' | 'facts'>;

const storedNoteSchema = v.omit(noteSchema, ['revision', 'facts']);

/** The caller's number and that for calling back: the note belongs to both. */
export function numbersOfNote({ contact, contactNumber }: StoredNote): readonly string[] {
  return contact.kind === 'call' ? [contact.number, contactNumber] : [contactNumber];
}

export type StoredNoteReading =
  | { readonly ok: true; readonly note: StoredNote }
  | { readonly ok: false; readonly reason: 'locked' | 'tampered' };

export async function readStoredNote(codec: Codec, row: Rows['notes']): Promise<StoredNoteReading> {
  const decoded = await codec.decode('notes', row.id, row.encrypted);
  if (!decoded.ok) return decoded;
  const parsed = v.safeParse(storedNoteSchema, decoded.record);
  return parsed.success ? { ok: true, note: parsed.output } : { ok: false, reason: 'tampered' };
}

/** Null before wrap-up, and if they cannot be decrypted now. */
export async function readFacts(
  { database, codec }: { readonly database: Database; readonly codec: Codec },
  note: string,
): Promise<NoteFacts | null> {
  return await openFacts(codec, await database.facts.get(note));
}

export async function openFacts(codec: Codec, row: Rows['facts'] | undefined): Promise<NoteFacts | null> {
  if (row === undefined) return null;
  const decoded = await codec.decode('facts', row.note, row.encrypted);
  const parsed = v.safeParse(noteFactsSchema, decoded.ok ? decoded.record : null);
  return parsed.success ? parsed.output : null;
}
