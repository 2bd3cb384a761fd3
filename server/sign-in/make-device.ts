import { randomUUID } from 'node:crypto';
import type { EnrolAnswer } from '../../contract/api/members/enrolment.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/tenant.ts';
import { announce } from '../events/announce.ts';
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
  code: Omit<UsedCode, 'member'> | null = null,
): Promise<EnrolAnswer> {
  const device = randomUUID();
  const secret = randomSecret();
  const token_hash = hashSecret(secret);
  const place = await nextPlace(tx, org, member);
  const row = { org, device, member, label, token_hash, made_at: at, code_by: code?.by ?? null, place };
  await tx.insertInto('devices').values(row).execute();
  const me = await readMe(tx, { org, member, device });
  const { id: team } = me.team;
  await recordAudit(tx, { org, team, member }, at, how, { device });
  // A lead who enrols with an agent's code reads as that agent: who made the code is written down.
  if (code !== null) {
    await recordAudit(tx, { org, team, member: code.by }, at, 'code-used', { for: member, device });
    const own = { permission: null, agents: [me.member.number] };
    await announce(tx, { org, team }, own, { type: 'member' }, at);
  }
  const { binding = null, setUp = null } = code ?? {};
  return { token: writeToken({ org, device, secret }), me, binding, setUp };
}

/** No other device of the team has or had it: two would make the same order numbers. */
async function nextPlace(tx: Tx, org: string, member: string): Promise<number> {
  const found = tx.selectFrom('members').select('team').where('org', '=', org).where('member', '=', member);
  const { team } = await found.executeTakeFirstOrThrow();
  const counter = tx.updateTable('team_counters').set(({ eb }) => ({ devices: eb('devices', '+', 1) }));
  const counted = counter.where('org', '=', org).where('team', '=', team).returning('devices');
  return (await counted.executeTakeFirstOrThrow()).devices;
}
