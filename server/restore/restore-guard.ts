import type { Tenant } from '../database/tenant.ts';
import type { Deletion } from './deletion.ts';

/**
 * Keeps outside the database what a restored back-up of it must not undo. Each method is part of a
 * request and is awaited before its 200.
 */
export interface RestoreGuard {
  /**
   * Call it last in the transaction that deletes: it throws when the second database cannot be
   * reached, and then nothing is deleted.
   */
  keep(org: string, deletions: readonly Deletion[]): Promise<void>;
  /**
   * Call it after the commit of a change with a number of the team. It does not fail: an outage of
   * the second database must not stop a team, and its mark is raised later.
   */
  mark(tenant: Tenant): Promise<void>;
}

/** Without ERASURE_DATABASE_URL. */
export const NO_GUARD: RestoreGuard = { keep: async () => {}, mark: async () => {} };
