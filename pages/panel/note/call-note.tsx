import type { NoteDetailsView, NoteView } from '../../../components/records/note-view.ts';
import type { Act } from '../frame/panel-action.ts';
import { NoteBox } from './note-box.tsx';

interface CallNoteProps {
  readonly note: NoteView;
  readonly details: NoteDetailsView;
  readonly act: Act;
}

/** The note of the call or wrap-up on screen, at the foot of the panel. */
export function CallNote({ note, details, act }: CallNoteProps) {
  return (
    <NoteBox
      key={note.id}
      note={note}
      topic={details}
      onTopic={(patch) => act({ do: 'note-details', note: note.id, patch })}
      onText={(text) => act({ do: 'write-note', note: note.id, text })}
      onName={(surname, title) => act({ do: 'name-caller', note: note.id, surname, title })}
      onUndo={() => act({ do: 'undo-note', note: note.id })}
      onRedo={() => act({ do: 'redo-note', note: note.id })}
      onRetry={() => act({ do: 'retry-save', note: note.id })}
      onCopy={() => act({ do: 'copy-note', note: note.id })}
    />
  );
}
