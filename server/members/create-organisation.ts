import { randomBytes, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { NewMember } from '../../contract/api/members/member.ts';
import type { Tables } from '../database/tables.ts';
import { inTenant, type TenantMember } from '../database/tenant.ts';
import { randomSigns } from '../sign-in/secrets.ts';
import { addMember } from './add-member.ts';
import { addTeam } from './add-team.ts';

/** Creates an organisation with its first team and first admin, who still has to enrol. */
export async function createOrganisation(
  db: Kysely<Tables>,
  at: number,
  name: string,
  teamName: string,
  admin: Pick<NewMember, 'number' | 'name'>,
): Promise<TenantMember> {
  const org = randomSigns(6);
  return await inTenant(db, { org, team: '*' }, async (tx) => {
    await tx.insertInto('organisations').values({ org, name, made_at: at }).execute();
    const number_key = randomBytes(32).toString('hex');
    await tx.insertInto('organisation_secrets').values({ org, number_key }).execute();
    const team = randomUUID();
    await addTeam(tx, { org, team }, teamName, at);
    const member = await addMember(tx, { org, team }, { ...admin, role: 'admin' }, at);
    return { org, team, member: member.id };
  });
}
