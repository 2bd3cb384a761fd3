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
    .innerJoin('organisation_secrets', 'organisation_secrets.org', 'organisations.org')
    .select(['organisations.org as id', 'name', 'number_key'])
    .where('organisations.org', '=', org)
    .executeTakeFirstOrThrow();
  const { id, name, number_key } = organisation;
  return { organisation: { id, name }, team, member: memberOfRow(row), device, numberKey: number_key };
}
