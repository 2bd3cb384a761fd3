import type { Instant } from '../../../calls/call-event.ts';
import type { ContactCategory } from '../../../calls/vocabulary/contact-category.ts';
import type { RecordCallView } from '../../../components/records/call-facts.tsx';
import type { CommentView } from '../../../components/records/comment-view.ts';
import type { NoteOutcome } from '../../../contract/api/review/reviewed-note.ts';
import type { NoteFields } from '../../../contract/note/note.ts';
import type { RecordAdherenceView } from '../../session/adherence-of.ts';
import type { Asked } from '../frame/server-view.ts';

export interface ReviewFilter {
  /** A name, a number or words of the text; empty: any note. */
  readonly words: string;
  /** Days as date fields write them; both are included. */
  readonly from: string;
  readonly to: string;
  /** Agent number; null for everybody. */
  readonly agent: string | null;
  readonly category: ContactCategory | null;
  readonly situation: string | null;
  readonly outcome: NoteOutcome | null;
}

export interface ReviewRowView {
  readonly id: string;
  readonly at: Instant;
  /** Number and name of the agent. */
  readonly by: string;
  /** Surname and title, or the masked number; empty where neither is known. */
  readonly caller: string;
  readonly category: ContactCategory | null;
  readonly text: string;
  readonly settled: boolean | null;
  readonly comments: number;
}

interface Choice {
  readonly id: string;
  readonly label: string;
}

export interface ReviewListView {
  readonly page: 'list';
  readonly filter: ReviewFilter;
  readonly agents: readonly Choice[];
  readonly situations: readonly Choice[];
  readonly rows: readonly ReviewRowView[];
  readonly more: boolean;
  readonly busy: boolean;
}

export interface ReviewNoteView {
  readonly page: 'note';
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  /** True until the lead reveals the numbers, which the server records. */
  readonly masked: boolean;
  readonly number: string;
  /** Null without a call. */
  readonly call: RecordCallView | null;
  readonly note: NoteFields;
  readonly comments: readonly CommentView[];
  /** Null before the wrap-up was finished, and without a call. */
  readonly adherence: RecordAdherenceView | null;
  /** Comments sent from this page so far: each empties the box. */
  readonly sent: number;
  readonly asked: Asked;
}

/** `gone`: deleted since the list was read, or never there. */
export type ReviewView = ReviewListView | ReviewNoteView | { readonly page: 'gone' };

export type ReviewAction =
  | { readonly do: 'filter'; readonly change: Partial<ReviewFilter> }
  | { readonly do: 'more' }
  | { readonly do: 'reveal' }
  | { readonly do: 'comment'; readonly text: string };
