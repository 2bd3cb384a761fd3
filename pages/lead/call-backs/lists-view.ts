import type { ListProgress } from '../../../rules/call-backs/list-progress.ts';
import type { CellIssue, ListEntry, ListReading } from '../../../rules/call-backs/read-call-back-list.ts';

/** Where an import stops. */
export type ListRefusal = 'too-large' | 'unreadable' | Extract<ListReading, { readonly ok: false }>['reason'];

/** A name and a matter to begin with: a festival of the pack, or a campaign. */
export interface ListTemplate {
  readonly id: string;
  readonly name: string;
  readonly matter: string;
}

/** A list before it is handed out. */
export interface ListDraft {
  readonly name: string;
  readonly matter: string;
  /** Value of a date field. */
  readonly from: string;
  /** Agent numbers as they are typed. */
  readonly agents: string;
}

export interface ListsView {
  /** Newest first. */
  readonly lists: readonly ListProgress[];
  readonly templates: readonly ListTemplate[];
  readonly draft: ListDraft;
  /** The file that was read; null before. */
  readonly preview: {
    readonly file: string;
    readonly entries: readonly ListEntry[];
    readonly issues: readonly CellIssue[];
  } | null;
  /** Why the file was refused; null for none. */
  readonly refused: ListRefusal | null;
  /** What keeps the list from being handed out. */
  readonly missing: 'name' | 'matter' | 'agents' | null;
  readonly state: 'idle' | 'busy' | 'done' | 'failed';
  /** More events than can be read now: progress is not complete. */
  readonly locked: boolean;
}

export type ListsAction =
  | { readonly do: 'template'; readonly id: string }
  | { readonly do: 'edit'; readonly patch: Partial<ListDraft> }
  | { readonly do: 'choose'; readonly file: File }
  | { readonly do: 'forget' }
  | { readonly do: 'hand-out' }
  /** How far all lists are, as a workbook. */
  | { readonly do: 'export' }
  /** What an agent has not made goes to another; null: whoever has time. */
  | {
      readonly do: 'reassign';
      readonly list: string;
      readonly from: string | null;
      readonly to: string | null;
    };
