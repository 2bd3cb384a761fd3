import { NoteBox } from './note-box.tsx';
import type { NoteView } from './note-view.ts';
import type { Act } from './panel-action.ts';

/** The note of the call or wrap-up on screen, at the foot of the panel. */
export function CallNote({ note, act }: { readonly note: NoteView; readonly act: Act }) {
  return (
    <NoteBox
      key={note.id}
      note={note}
      onText={(text) => act({ do: 'write-note', note: note.id, text })}
      onName={(surname, title) => act({ do: 'name-caller', note: note.id, surname, title })}
      onUndo={() => act({ do: 'undo-note', note: note.id })}
      onRedo={() => act({ do: 'redo-note', note: note.id })}
      onRetry={() => act({ do: 'retry-save', note: note.id })}
      onCopy={() => act({ do: 'copy-note', note: note.id })}
    />
  );
}
