import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { inTenant } from '../database/tenant.ts';
import { makeCode } from './enrolment-code.ts';

interface Wanted {
  readonly org: string;
  /** 工号; every team may have it. */
  readonly number: string;
  /** Name or id; null where the number alone may do. */
  readonly team: string | null;
}

export type NoCode =
  | { readonly ok: false; readonly reason: 'no-such-member' }
  | {
      readonly ok: false;
      readonly reason: 'several-teams';
      readonly teams: readonly { readonly id: string; readonly name: string }[];
    };

export type CodeForNumber =
  | { readonly ok: true; readonly code: Awaited<ReturnType<typeof makeCode>>; readonly team: string }
  | NoCode;

/** A code for the member with this number, who is asked for by team where two teams have one. */
export async function codeForNumber(
  db: Kysely<Tables>,
  { org, number, team }: Wanted,
  at: number,
): Promise<CodeForNumber> {
  return await inTenant(db, { org, team: '*' }, async (tx) => {
    const members = await tx
      .selectFrom('members')
      .innerJoin('teams', (join) =>
        join.onRef('teams.org', '=', 'members.org').onRef('teams.team', '=', 'members.team'),
      )
      .select(['members.member', 'teams.team', 'teams.name'])
      .where('members.org', '=', org)
      .where('members.number', '=', number)
      .where('members.left_at', 'is', null)
      .orderBy('teams.name')
      .execute();
    const meant = members.filter((one) => team === null || one.team === team || one.name === team);
    const [member, another] = meant;
    if (member === undefined) return { ok: false, reason: 'no-such-member' };
    if (another !== undefined) {
      const teams = meant.map(({ team: id, name }) => ({ id, name }));
      return { ok: false, reason: 'several-teams', teams };
    }
    const code = await makeCode(tx, { org, member: member.member, by: 'server' }, at);
    return { ok: true, code, team: member.name };
  });
}
