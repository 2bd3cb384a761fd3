import { fieldsOf, mergeFields } from '../../contract/note/merge-fields.ts';
import type { Note, NoteFields } from '../../contract/note/note.ts';
import { commitNote } from './commit-note.ts';
import type { NoteStore } from './note-store.ts';
import { readStoredNote, type StoredNote } from './stored-note.ts';
import { encryptUndoStack, type UndoStack } from './undo-stack.ts';

export type DraftStored =
  | {
      readonly ok: true;
      readonly stored: Note;
      /** The fields of the other page that this version overruled; null for none. */
      readonly lost: NoteFields | null;
    }
  /** Deleted meanwhile, or another page's newer revision cannot be read (signed out, tampered). */
  | { readonly ok: false; readonly reason: 'deleted' | 'locked' | 'corrupted' };

/**
 * Stores `fields` on top of `stored`. If another page stored first, merges its changes by field,
 * with ours on top. `undo` is null if the stored steps are current.
 */
export async function storeDraft(
  store: NoteStore,
  stored: Note,
  fields: NoteFields,
  undo: UndoStack | null,
): Promise<DraftStored> {
  const { database, codec, now, changes } = store.ports;
  const { revision: seen, facts, ...before } = stored;
  const note: StoredNote = { ...before, ...fields, updatedAt: now() };
  const [row, steps] = await Promise.all([
    store.encrypt(note, seen + 1),
    undo === null ? null : encryptUndoStack(codec, note.id, undo),
  ]);
  const result = await commitNote(database, row, seen, steps);
  if (result.ok) {
    changes.announce({ kind: 'stored', id: note.id, revision: seen + 1 });
    return { ok: true, stored: { ...note, facts, revision: seen + 1 }, lost: null };
  }
  if (result.reason === 'no-such-note') return { ok: false, reason: 'deleted' };
  const reading = await readStoredNote(codec, result.theirs);
  if (!reading.ok) return { ok: false, reason: reading.reason === 'locked' ? 'locked' : 'corrupted' };
  const { merged, lost } = mergeFields(fieldsOf(stored), fields, fieldsOf(reading.note));
  const theirs: Note = { ...reading.note, facts, revision: result.theirs.revision };
  const again = await storeDraft(store, theirs, merged, undo);
  return again.ok ? { ...again, lost: again.lost ?? lost } : again;
}
