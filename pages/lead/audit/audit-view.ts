import type { AuditEntry, AuditGroup } from '../../../contract/api/audit.ts';
import type { Member } from '../../../contract/api/members/member.ts';

export interface AuditView {
  readonly group: AuditGroup | null;
  /** Newest first. */
  readonly entries: readonly AuditEntry[];
  readonly more: boolean;
  /** By id; those of another team are not among them. */
  readonly members: ReadonlyMap<string, Member>;
  readonly busy: boolean;
  /** Name of the file that was saved last. */
  readonly exported: string | null;
}

export type AuditAction =
  | { readonly do: 'narrow'; readonly group: AuditGroup | null }
  | { readonly do: 'more' }
  /** All entries of the group, also those that are not on screen. */
  | { readonly do: 'export' };
