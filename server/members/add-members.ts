import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Member, NewMember } from '../../contract/api/members/member.ts';
import type { RefusedMember } from '../../contract/api/members/member-import.ts';
import { type Role, reaches } from '../../contract/api/members/role.ts';
import { recordAudits } from '../audit/record-audit.ts';
import type { TenantMember, Tx } from '../database/tenant.ts';
import { memberOfRow } from './member-row.ts';

/** PostgreSQL takes 65,535 values in one statement. */
const ROWS_AT_ONCE = 1_000;

interface Adding {
  readonly added: Member[];
  readonly refused: RefusedMember[];
}

/**
 * Adds all of them, or nobody and says why. Fails on the unique index if a number was given to
 * somebody else meanwhile.
 */
export async function addMembers(
  tx: Tx,
  who: TenantMember & { readonly role: Role },
  members: readonly NewMember[],
  at: number,
): Promise<Adding> {
  const refused = refusals(members, who.role, await numbersInUse(tx, who, members));
  if (refused.length > 0) return { added: [], refused };
  const { org, team } = who;
  const rows = members.map(({ number, name, role, workOrderRole }) => ({
    ...{ org, team, member: randomUUID(), number, name, role },
    ...{ work_order_role: workOrderRole ?? null, joined_at: at },
  }));
  const added: Member[] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE);
    const inserted = await tx.insertInto('members').values(some).returningAll().execute();
    added.push(...inserted.map(memberOfRow));
    const details = inserted.map(({ member, role }) => ({ added: member, role }));
    await recordAudits(tx, who, at, 'member-added', details);
  }
  return { added, refused };
}

async function numbersInUse(
  tx: Tx,
  { org, team }: TenantMember,
  members: readonly NewMember[],
): Promise<ReadonlySet<string>> {
  const numbers = members.map(({ number }) => number);
  const found = await tx
    .selectFrom('members')
    .select('number')
    .where('org', '=', org)
    .where('team', '=', team)
    .where('left_at', 'is', null)
    .where(sql<boolean>`number = any(${sql.val(numbers)}::text[])`)
    .execute();
  return new Set(found.map(({ number }) => number));
}

function refusals(members: readonly NewMember[], own: Role, inUse: ReadonlySet<string>): RefusedMember[] {
  const seen = new Set<string>();
  return members.flatMap(({ number, role }, at): RefusedMember[] => {
    const isTwice = seen.has(number);
    seen.add(number);
    if (!reaches(own, role)) return [{ at, why: 'not-allowed' }];
    if (isTwice) return [{ at, why: 'twice' }];
    return inUse.has(number) ? [{ at, why: 'in-use' }] : [];
  });
}
