import type { Member } from '../../contract/api/members/member.ts';
import { usualWorkOrderRole } from '../../contract/api/members/work-order-role.ts';
import type { Tables } from '../database/tables.ts';

export function memberOfRow(row: Tables['members']): Member {
  const { member: id, team, number, name, role, joined_at: joinedAt, left_at: leftAt } = row;
  return {
    id,
    team,
    number,
    name,
    role,
    workOrderRole: row.work_order_role ?? usualWorkOrderRole(role),
    joinedAt,
    leftAt,
  };
}
