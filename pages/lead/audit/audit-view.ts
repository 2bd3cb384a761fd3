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
}

export type AuditAction =
  | { readonly do: 'narrow'; readonly group: AuditGroup | null }
  | { readonly do: 'more' };
