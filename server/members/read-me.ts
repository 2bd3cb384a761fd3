import type { Me } from '../../contract/api/members/member.ts';
import type { Tx } from '../database/tenant.ts';
import { memberOfRow } from './member-row.ts';

/** Throws if the member does not exist. */
export async function readMe(
  tx: Tx,
  { org, member, device }: { readonly org: string; readonly member: string; readonly device: string },
): Promise<Me> {
  const row = await tx
    .selectFrom('members')
    .selectAll()
    .where('org', '=', org)
    .where('member', '=', member)
    .executeTakeFirstOrThrow();
  const team = await tx
    .selectFrom('teams')
    .select(['team as id', 'name', 'retention_days as retentionDays'])
    .where('org', '=', org)
    .where('team', '=', row.team)
    .executeTakeFirstOrThrow();
  const organisation = await tx
    .selectFrom('organisations')
    .select(['org as id', 'name'])
    .where('org', '=', org)
    .executeTakeFirstOrThrow();
  return { organisation, team, member: memberOfRow(row), device };
}
