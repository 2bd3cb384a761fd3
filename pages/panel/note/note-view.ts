import type { Instant } from '../../../calls/call-event.ts';
import type { NoteFields } from '../../../contract/note/note.ts';
import type { DraftView } from '../../../storage/notes/note-draft.ts';

/** Whether the text on screen is stored. */
export type SaveState =
  /** The note has nothing of the agent's in it yet. */
  | { readonly state: 'empty' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: Instant }
  | { readonly state: 'failed'; readonly reason: 'storage-full' | 'storage-failed' };

/** One note as its form shows it, in a call, in the wrap-up and among the records. */
export interface NoteView {
  /** Stays the same while the form may stay: one call's text never shows under another call. */
  readonly id: string;
  readonly fields: NoteFields;
  readonly save: SaveState;
  /** The steps are stored with the note, so they are there after a reload. */
  readonly undo: {
    readonly canUndo: boolean;
    readonly canRedo: boolean;
    /** Steps undone or redone in this page. After each, fields show the stored text. */
    readonly applied: number;
  };
}

export type NoteAction =
  | { readonly do: 'write-note'; readonly patch: Partial<NoteFields> }
  | { readonly do: 'undo-note' | 'redo-note' | 'retry-save' | 'copy-note' };

/** Of a note that is not open yet. */
export const NOTHING_TO_UNDO: NoteView['undo'] = { canUndo: false, canRedo: false, applied: 0 };

/** `applied`: steps undone or redone in this page. */
export function noteView({ note, status, canUndo, canRedo }: DraftView, applied: number): NoteView {
  return {
    id: note.id,
    fields: note,
    save: saveState(status, note.revision),
    undo: { canUndo, canRedo, applied },
  };
}

function saveState(status: DraftView['status'], revision: number): SaveState {
  if (status.state === 'failed') {
    return { state: 'failed', reason: status.reason === 'quota' ? 'storage-full' : 'storage-failed' };
  }
  return status.state === 'saved' && revision === 1 ? { state: 'empty' } : status;
}
