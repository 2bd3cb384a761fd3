import { randomUUID } from 'node:crypto';
import type { AuditAction } from '../../contract/api/audit.ts';
import type { TenantMember, Tx } from '../database/tenant.ts';

/** Call it in the transaction of the recorded action: both are committed or neither. */
export async function recordAudit(
  tx: Tx,
  who: TenantMember,
  at: number,
  action: AuditAction,
  /** Counts and ids; no name, number or text. */
  detail: Readonly<Record<string, string | number | boolean | null>> = {},
): Promise<void> {
  const { org, team, member } = who;
  const row = { org, team, member, id: randomUUID(), at, action, detail: JSON.stringify(detail) };
  await tx.insertInto('audit_log').values(row).execute();
}
