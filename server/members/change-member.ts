import type { Selectable } from 'kysely';
import type { Member, MemberChange } from '../../contract/api/members/member.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tables } from '../database/tables.ts';
import type { TenantMember, Tx } from '../database/tenant.ts';
import { announce, announceMembership } from '../events/announce.ts';
import type { Ports } from '../ports.ts';
import { type Deletion, leftMember, revokedDevice } from '../restore/deletion.ts';
import { memberOfRow } from './member-row.ts';

/** `who` changes `found`. A member who leaves loses every device and code at once. */
export async function changeMember(
  tx: Tx,
  { now, guard }: Pick<Ports, 'now' | 'guard'>,
  who: TenantMember,
  found: Selectable<Tables['members']>,
  change: MemberChange,
): Promise<Member> {
  const at = now();
  const { org } = who;
  const { member } = found;
  const left_at = change.left === undefined ? found.left_at : change.left ? (found.left_at ?? at) : null;
  const { name = found.name, role = found.role, workOrderRole = found.work_order_role } = change;
  const set = { name, role, work_order_role: workOrderRole, left_at };
  const deletions: Deletion[] = left_at === found.left_at ? [] : [leftMember(member, left_at)];
  if (left_at !== null) {
    const devices = tx.updateTable('devices').set({ revoked_at: at }).where('org', '=', org);
    const ofMember = devices.where('member', '=', member).where('revoked_at', 'is', null);
    for (const { device } of await ofMember.returning('device').execute())
      deletions.push(revokedDevice(device, at));
    await tx.deleteFrom('enrolment_codes').where('org', '=', org).where('member', '=', member).execute();
  }
  const changed = tx.updateTable('members').set(set).where('org', '=', org).where('member', '=', member);
  const row = await changed.returningAll().executeTakeFirstOrThrow();
  await announceMembership(tx, who);
  await announce(tx, who, { permission: null, agents: [row.number] }, { type: 'member' }, at);
  await recordAudit(tx, who, at, 'member-changed', {
    changed: member,
    role: row.role,
    left: left_at !== null,
  });
  await guard.keep(org, deletions);
  return memberOfRow(row);
}
