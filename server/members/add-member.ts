import { randomUUID } from 'node:crypto';
import type { Member, NewMember } from '../../contract/api/members/member.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { memberOfRow } from './member-row.ts';

/** Fails on the unique index if the number is in use in the team. */
export async function addMember(
  tx: Tx,
  { org, team }: Tenant,
  { number, name, role, workOrderRole }: NewMember,
  at: number,
): Promise<Member> {
  const values = {
    org,
    team,
    member: randomUUID(),
    number,
    name,
    role,
    work_order_role: workOrderRole ?? null,
    joined_at: at,
  };
  return memberOfRow(await tx.insertInto('members').values(values).returningAll().executeTakeFirstOrThrow());
}
