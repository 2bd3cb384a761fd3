import { randomUUID } from 'node:crypto';
import type { EnrolAnswer } from '../../contract/api/members/enrolment.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/tenant.ts';
import { readMe } from '../members/read-me.ts';
import { writeToken } from './device-token.ts';
import { hashSecret, randomSecret } from './secrets.ts';

/** Creates a device of a member. The token is only in the answer; its hash is stored. */
export async function makeDevice(
  tx: Tx,
  { org, member }: { readonly org: string; readonly member: string },
  label: string,
  at: number,
  how: 'enrolled' | 'signed-in',
): Promise<EnrolAnswer> {
  const device = randomUUID();
  const secret = randomSecret();
  const token_hash = hashSecret(secret);
  await tx.insertInto('devices').values({ org, device, member, label, token_hash, made_at: at }).execute();
  const me = await readMe(tx, { org, member, device });
  await recordAudit(tx, { org, team: me.team.id, member }, at, how, { device });
  return { token: writeToken({ org, device, secret }), me };
}
