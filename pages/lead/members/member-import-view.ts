import type {
  MemberEntry,
  MemberIssue,
  MemberReading,
} from '../../../rules/member-table/read-member-table.ts';

/** Where the import of a file of members stands. */
export interface MemberImportView {
  /** The file that was read; null before. */
  readonly preview: {
    readonly file: string;
    readonly entries: readonly MemberEntry[];
    readonly issues: readonly MemberIssue[];
  } | null;
  /** Why the file was refused; null for none. */
  readonly refused:
    | 'too-large'
    | 'unreadable'
    | Extract<MemberReading, { readonly ok: false }>['reason']
    | null;
  /** Ids of those just added who have no code yet. */
  readonly withoutSlip: readonly string[];
}

export const NO_IMPORT: MemberImportView = { preview: null, refused: null, withoutSlip: [] };
