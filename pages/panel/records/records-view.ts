import type { Instant } from '../../../calls/call-event.ts';
import type { ContactCategory } from '../../../calls/vocabulary/contact-category.ts';
import type { ContactOrigin, RecordCallView } from '../../../components/records/call-facts.tsx';
import type { CommentView } from '../../../components/records/comment-view.ts';
import type { NoteAction, NoteView } from '../note/note-view.ts';

/** One note in a list: masked, and short. */
export interface RecordRowView {
  readonly id: string;
  readonly at: Instant;
  /** Without a call: somebody at the counter, or another phone. */
  readonly from: ContactOrigin;
  /** Surname and title, or the masked number; empty where neither is known. */
  readonly caller: string;
  readonly category: ContactCategory | null;
  readonly tags: readonly string[];
  readonly text: string;
  /** A lead said something of it that was not read yet. */
  readonly commented: boolean;
}

export interface RecordsListView {
  readonly page: 'list';
  readonly query: string;
  /** Newest first. */
  readonly rows: readonly RecordRowView[];
  /** There are more than are shown. */
  readonly more: boolean;
  /** How much of all notes can be found already, 0…1. */
  readonly share: number;
  /** Notes that cannot be read: changed on the disk, or sealed with keys that are gone. */
  readonly unread: number;
  readonly due: DueForDeletion | null;
  /** Notes with comments that were not read yet, wherever in the list they stand. */
  readonly commented: number;
}

/** Notes that are older than they may be kept, and saved nowhere else: nothing deletes them before that. */
export interface DueForDeletion {
  readonly notes: number;
  readonly days: number;
}

export interface RecordPageView {
  readonly page: 'note';
  readonly id: string;
  readonly at: Instant;
  /** Null without a call. */
  readonly call: RecordCallView | null;
  /** Masked until the agent asked to see it all, which is on record. */
  readonly masked: boolean;
  readonly number: string;
  readonly note: NoteView;
  readonly comments: readonly CommentView[];
}

export interface RecordsExportView {
  readonly page: 'export';
  /** As date fields write them. */
  readonly from: string;
  readonly to: string;
  readonly state:
    | { readonly state: 'asking' }
    | { readonly state: 'busy' }
    | { readonly state: 'done'; readonly name: string; readonly notes: number; readonly unread: number }
    | { readonly state: 'failed' };
}

export type RecordsView = RecordsListView | RecordPageView | RecordsExportView;

export type RecordsAction =
  | { readonly do: 'search'; readonly query: string }
  | { readonly do: 'show-more' }
  | { readonly do: 'open-record'; readonly id: string }
  | { readonly do: 'new-record' }
  /** The note whose unread comment is the oldest. */
  | { readonly do: 'open-commented' }
  | { readonly do: 'comments-seen' }
  | { readonly do: 'back-to-list' }
  /** Everything unmasked, and to be changed: on record. */
  | { readonly do: 'reveal-record' }
  | NoteAction
  | { readonly do: 'open-export' }
  | {
      readonly do: 'export-records';
      readonly from: string;
      readonly to: string;
      readonly format: 'csv' | 'json';
      readonly masked: boolean;
    };
