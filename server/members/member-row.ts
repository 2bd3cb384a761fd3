import { usualDuty } from '../../contract/members/duty.ts';
import type { Member } from '../../contract/members/member.ts';
import type { Tables } from '../database/tables.ts';

export function memberOfRow(row: Tables['members']): Member {
  const { member: id, team, number, name, role, joined_at: joinedAt, left_at: leftAt } = row;
  return { id, team, number, name, role, duty: row.duty ?? usualDuty(role), joinedAt, leftAt };
}
