import type { Instant } from '../../calls/call-event.ts';
import type { NoteFields } from '../../contract/note/note.ts';

/** What is true of the text on screen, never what is hoped. */
export type SaveState =
  | { readonly state: 'empty' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: Instant }
  | { readonly state: 'failed'; readonly reason: 'storage-full' | 'storage-failed' | 'changed-elsewhere' };

export interface NoteView {
  /** One and the same as long as the field may stay; one call's text never stands under another. */
  readonly id: string;
  readonly surname: string;
  readonly title: 'mr' | 'ms' | null;
  readonly text: string;
  readonly save: SaveState;
  /** The steps are kept with the note, so that they are there after a reload. */
  readonly undo: {
    readonly canUndo: boolean;
    readonly canRedo: boolean;
    /** Steps taken back or again in this page: after each, fields show what is kept, whatever was typed. */
    readonly applied: number;
  };
}

/** What is picked rather than written. */
export type NoteTopicView = Pick<NoteFields, 'category' | 'tags'>;

/** The same, and where to reach the caller. */
export type NoteDetailsView = NoteTopicView & Pick<NoteFields, 'contactNumber'>;

/** Whether it was settled in the first call, and the caller satisfied; null until the agent says. */
export type NoteAnswers = Pick<NoteFields, 'settled' | 'satisfied'>;

/** Of a note that is not open yet. */
export const NOTHING_TO_UNDO: NoteView['undo'] = { canUndo: false, canRedo: false, applied: 0 };
