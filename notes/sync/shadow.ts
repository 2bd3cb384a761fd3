import * as v from 'valibot';
import { fieldsOf } from '../../contract/merge-fields.ts';
import { type NoteFields, noteFieldsSchema } from '../../contract/note.ts';
import type { Codec } from '../codec.ts';
import type { Rows } from '../database.ts';

/** What server and computer last had in common of a note. */
export async function sealShadow(
  codec: Codec,
  note: string,
  revision: number,
  fields: NoteFields,
): Promise<Rows['shadows']> {
  const { agent } = await codec.writer();
  return { note, agent, revision, sealed: await codec.encode('shadows', note, fieldsOf(fields)) };
}

/** Null where there is none, or none that can be read: the merge then has no common ground. */
export async function openShadow(codec: Codec, row: Rows['shadows'] | undefined): Promise<NoteFields | null> {
  if (row === undefined) return null;
  const decoded = await codec.decode('shadows', row.note, row.sealed);
  const parsed = v.safeParse(noteFieldsSchema, decoded.ok ? decoded.record : null);
  return parsed.success ? parsed.output : null;
}
