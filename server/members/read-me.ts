import type { Me } from '../../contract/api/members/member.ts';
import { lettersOf, type OrderSource } from '../../contract/team/order-number.ts';
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
    .select(['org as id', 'name', 'lock_after_minutes'])
    .where('org', '=', org)
    .executeTakeFirstOrThrow();
  const { lock_after_minutes: lockAfterMinutes, ...named } = organisation;
  const orderSource = await readOrderSource(tx, { org, team: row.team, device });
  return {
    ...{ organisation: named, team, member: memberOfRow(row), device, lockAfterMinutes },
    ...(orderSource === null ? {} : { orderSource }),
  };
}

/** What the order numbers of a device begin with. */
async function readOrderSource(
  tx: Tx,
  { org, team, device }: { readonly org: string; readonly team: string; readonly device: string },
): Promise<OrderSource | null> {
  const found = await tx
    .selectFrom('devices')
    .innerJoin('teams', 'teams.org', 'devices.org')
    .select(['teams.number', 'devices.place'])
    .where('devices.org', '=', org)
    .where('devices.device', '=', device)
    .where('teams.team', '=', team)
    .executeTakeFirst();
  if (found === undefined || found.number < 1 || found.place < 1) return null;
  return { team: found.number, letters: lettersOf(found.place) };
}
