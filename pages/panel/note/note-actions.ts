import type { NoteFields } from '../../../contract/note/note.ts';
import type { PanelAction } from '../frame/panel-action.ts';
import type { PanelNotes } from './panel-notes.ts';

/** Writing: goes straight from this page to the disk, with or without a phone host. */
export class NoteActions {
  readonly #notes: PanelNotes;

  constructor(notes: PanelNotes) {
    this.#notes = notes;
  }

  /** True if it was about the note of this call. */
  handle(action: PanelAction, call: string | undefined): boolean {
    const draft = call === undefined ? null : this.#notes.draftOf(call);
    const type = (patch: Partial<NoteFields>) => {
      if (call !== undefined) this.#notes.type(call, patch);
    };
    switch (action.do) {
      case 'write-note':
        type({ text: action.text });
        return true;
      case 'name-caller':
        type({ surname: action.surname, title: action.title });
        return true;
      case 'note-details':
        type(action.patch);
        return true;
      case 'undo-note':
      case 'redo-note':
        if (call !== undefined) this.#notes.step(call, action.do === 'undo-note' ? 'undo' : 'redo');
        return true;
      case 'wrap-up-answer':
        type({ settled: action.answers.settled, satisfied: action.answers.satisfied });
        return true;
      case 'retry-save':
        draft?.retry();
        return true;
      case 'copy-note':
        void navigator.clipboard.writeText(draft?.view.note.text ?? '');
        return true;
      default:
        return false;
    }
  }
}
