import * as v from 'valibot';
import { fieldsOf } from '../../contract/note/merge-fields.ts';
import { type NoteFields, noteFieldsSchema } from '../../contract/note/note.ts';
import type { Rows } from '../database.ts';
import type { Codec } from '../vault/codec.ts';

/** The version of a note that server and computer last had in common. */
export async function encryptShadow(
  codec: Codec,
  note: string,
  revision: number,
  fields: NoteFields,
): Promise<Rows['shadows']> {
  const { agent } = await codec.writer();
  return { note, agent, revision, encrypted: await codec.encode('shadows', note, fieldsOf(fields)) };
}

/** Null if there is none, or none that can be decrypted: the merge then has no base. */
export async function openShadow(codec: Codec, row: Rows['shadows'] | undefined): Promise<NoteFields | null> {
  if (row === undefined) return null;
  const decoded = await codec.decode('shadows', row.note, row.encrypted);
  const parsed = v.safeParse(noteFieldsSchema, decoded.ok ? decoded.record : null);
  return parsed.success ? parsed.output : null;
}
