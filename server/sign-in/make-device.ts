import { randomUUID } from 'node:crypto';
import type { EnrolAnswer } from '../../contract/api/members/enrolment.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/tenant.ts';
import { readMe } from '../members/read-me.ts';
import { writeToken } from './device-token.ts';
import type { UsedCode } from './enrolment-code.ts';
import { hashSecret, randomSecret } from './secrets.ts';

/** Creates a device of a member. The token is only in the answer; its hash is stored. */
export async function makeDevice(
  tx: Tx,
  { org, member }: { readonly org: string; readonly member: string },
  label: string,
  at: number,
  how: 'enrolled' | 'signed-in',
  code: Pick<UsedCode, 'by' | 'binding'> | null = null,
): Promise<EnrolAnswer> {
  const device = randomUUID();
  const secret = randomSecret();
  const token_hash = hashSecret(secret);
  const row = { org, device, member, label, token_hash, made_at: at, code_by: code?.by ?? null };
  await tx.insertInto('devices').values(row).execute();
  const me = await readMe(tx, { org, member, device });
  const { id: team } = me.team;
  await recordAudit(tx, { org, team, member }, at, how, { device });
  // A lead who enrols with an agent's code reads as that agent: who made the code is written down.
  if (code !== null)
    await recordAudit(tx, { org, team, member: code.by }, at, 'code-used', { for: member, device });
  return { token: writeToken({ org, device, secret }), me, binding: code?.binding ?? null };
}
