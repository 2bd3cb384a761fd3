import * as v from 'valibot';
import { type SharedNote, sharedNoteSchema } from '../../contract/api/sync/sync-item.ts';
import { EMPTY_FIELDS, type NoteFields, noteFieldsSchema } from '../../contract/note/note.ts';
import type { JsonText } from '../database/tables.ts';

/** Fields that are newer than the stored note are empty. Throws on an invalid body. */
export function readSharedNote(body: unknown): SharedNote {
  return v.parse(sharedNoteSchema, { ...EMPTY_FIELDS, ...(typeof body === 'object' ? body : {}) });
}

export function readFields(text: JsonText): NoteFields {
  const stored: unknown = JSON.parse(text);
  return v.parse(noteFieldsSchema, { ...EMPTY_FIELDS, ...(typeof stored === 'object' ? stored : {}) });
}

export function readJson(text: JsonText | null): unknown {
  const body: unknown = text === null ? null : JSON.parse(text);
  return body;
}
