import { randomUUID } from 'node:crypto';
import type { AuditAction } from '../../contract/api/audit.ts';
import type { TenantMember, Tx } from '../database/tenant.ts';

/** Counts and ids; no name, number or text. */
type Detail = Readonly<Record<string, string | number | boolean | null>>;

/** Call it in the transaction of the recorded action: both are committed or neither. */
export async function recordAudit(
  tx: Tx,
  who: TenantMember,
  at: number,
  action: AuditAction,
  detail: Detail = {},
): Promise<void> {
  await recordAudits(tx, who, at, action, [detail]);
}

/** The same action several times, such as for each row of an import; at least once. */
export async function recordAudits(
  tx: Tx,
  { org, team, member }: TenantMember,
  at: number,
  action: AuditAction,
  details: readonly Detail[],
): Promise<void> {
  const rows = details.map((detail) => ({
    ...{ org, team, member, id: randomUUID(), at, action },
    detail: JSON.stringify(detail),
  }));
  await tx.insertInto('audit_log').values(rows).execute();
}
