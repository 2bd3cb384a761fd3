import { randomUUID } from 'node:crypto';
import type { AuditAction } from '../../contract/api/audit.ts';
import type { Tx } from '../database/tenant.ts';

/** In the transaction of what it tells of, so that neither is there without the other. */
export async function recordAudit(
  tx: Tx,
  who: { readonly org: string; readonly team: string; readonly member: string },
  at: number,
  action: AuditAction,
  /** Counts and ids; no name, number or text. */
  detail: Readonly<Record<string, string | number | boolean | null>> = {},
): Promise<void> {
  const { org, team, member } = who;
  const row = { org, team, member, id: randomUUID(), at, action, detail: JSON.stringify(detail) };
  await tx.insertInto('audit_log').values(row).execute();
}
