import type { Instant } from '../../../calls/call-event.ts';
import type { ContactCategory } from '../../../calls/vocabulary/contact-category.ts';
import type { ContactOrigin, RecordCallView } from '../../../components/records/call-facts.tsx';
import type { CommentView } from '../../../components/records/comment-view.ts';
import type { ExportFormat } from '../../../contract/table/export-file.ts';
import type { RecordAdherenceView } from '../../session/adherence-of.ts';
import type { NoteAction, NoteView } from '../note/note-view.ts';
import type { OrderItemView } from '../orders/orders-view.ts';

/** One note in the list, masked and shortened. */
export interface RecordRowView {
  readonly id: string;
  readonly at: Instant;
  /** `walk-in`: without a call. */
  readonly from: ContactOrigin;
  /** Surname and title, or the masked number; empty if neither is known. */
  readonly caller: string;
  readonly category: ContactCategory | null;
  readonly tags: readonly string[];
  readonly text: string;
  /** It has unread comments. */
  readonly commented: boolean;
}

export interface RecordsListView {
  readonly page: 'list';
  readonly query: string;
  /** Newest first. */
  readonly rows: readonly RecordRowView[];
  /** Work orders whose number was searched for. */
  readonly orders: readonly OrderItemView[];
  /** More notes match than are shown. */
  readonly more: boolean;
  /** The share of all notes that is searched so far, 0…1. */
  readonly share: number;
  /** Notes that cannot be read: changed on the disk, or their keys are lost. */
  readonly unread: number;
  readonly due: DueForDeletion | null;
  /** How many notes have unread comments. */
  readonly commented: number;
}

/** Notes older than allowed and not exported or synced yet. They are not deleted before that. */
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
  /** Masked until the agent reveals it, which is audited. */
  readonly masked: boolean;
  readonly number: string;
  readonly note: NoteView;
  readonly comments: readonly CommentView[];
  /** Null before the wrap-up was finished, and without a call. */
  readonly adherence: RecordAdherenceView | null;
}

export interface RecordsExportView {
  readonly page: 'export';
  /** In the format of date fields. */
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
  | { readonly do: 'open-order'; readonly id: string }
  | { readonly do: 'new-record' }
  /** The note with the oldest unread comment. */
  | { readonly do: 'open-commented' }
  | { readonly do: 'comments-seen' }
  | { readonly do: 'back-to-list' }
  /** Shows all unmasked and allows changes; audited. */
  | { readonly do: 'reveal-record' }
  | NoteAction
  | { readonly do: 'open-export' }
  | {
      readonly do: 'export-records';
      readonly from: string;
      readonly to: string;
      readonly format: ExportFormat;
      readonly masked: boolean;
    };
