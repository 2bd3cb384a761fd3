import type { NoteView } from '../../../components/records/note-view.ts';
import type { DraftView } from '../../../storage/notes/note-draft.ts';

/** A draft as its field shows it. `taken`: steps that were undone or done again in this page. */
export function noteView({ note, status, canUndo, canRedo }: DraftView, applied: number): NoteView {
  const { id, surname, title, text, revision } = note;
  const undo = { canUndo, canRedo, applied };
  return { id, surname, title, text, save: saveState(status, revision), undo };
}

function saveState(status: DraftView['status'], revision: number): NoteView['save'] {
  if (status.state === 'failed') {
    return { state: 'failed', reason: status.reason === 'quota' ? 'storage-full' : 'storage-failed' };
  }
  // The note as it was born has nothing of the agent's in it.
  return status.state === 'saved' && revision === 1 ? { state: 'empty' } : status;
}
