import type { Selectable } from 'kysely';
import type * as v from 'valibot';
import type { NewEnrolmentCode } from '../../contract/api/members/enrolment.ts';
import type { codesAnswerSchema } from '../../contract/api/members/member-import.ts';
import { membersApi } from '../../contract/api/members/members-api.ts';
import { reaches } from '../../contract/api/members/role.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { isInUse } from '../database/fault.ts';
import type { Tables } from '../database/tables.ts';
import type { TenantMember, Tx } from '../database/tenant.ts';
import { refuse } from '../http/refuse.ts';
import { type RoutesOf, serve } from '../http/serve.ts';
import { makeCode as makeEnrolmentCode } from '../sign-in/enrolment-code.ts';
import { addMember } from './add-member.ts';
import { addMembers } from './add-members.ts';
import { changeMember } from './change-member.ts';
import { memberOfRow } from './member-row.ts';
import { readMe } from './read-me.ts';

const me = serve(membersApi.me, async ({ actor, tx }) => ({
  ok: true,
  answer: await tx(async (tx) => await readMe(tx, actor)),
}));

const list = serve(membersApi.list, async ({ actor, team, tx }) => {
  const rows = await tx((tx) =>
    tx
      .selectFrom('members')
      .selectAll()
      .where('org', '=', actor.org)
      .where('team', '=', team)
      .orderBy('number')
      .execute(),
  );
  return { ok: true, answer: { members: rows.map(memberOfRow) } };
});

const add = serve(membersApi.add, async ({ actor, team, tx, body, ports }) => {
  if (!reaches(actor.role, body.role)) return refuse('not-allowed');
  const at = ports.now();
  try {
    const member = await tx(async (tx) => {
      const added = await addMember(tx, { org: actor.org, team }, body, at);
      await recordAudit(tx, { ...actor, team }, at, 'member-added', { added: added.id, role: body.role });
      return added;
    });
    return { ok: true, answer: member };
  } catch (error) {
    if (isInUse(error)) return refuse('conflict', 'number');
    throw error;
  }
});

const addSeveral = serve(membersApi.addSeveral, async ({ actor, team, tx, body: { members }, ports }) => {
  const add = () => tx((tx) => addMembers(tx, { ...actor, team }, members, ports.now()));
  try {
    return { ok: true, answer: await add() };
  } catch (error) {
    if (!isInUse(error)) throw error;
    // A number was given to somebody else meanwhile: now it is found, and named.
    return { ok: true, answer: await add() };
  }
});

const change = serve(
  membersApi.change,
  async ({ actor, team, tx, body, ports, param }) =>
    await tx(async (tx) => {
      const found = await findMember(tx, actor.org, team, param('member'));
      if (found === null) return refuse('not-found');
      if (!(reaches(actor.role, found.role) && reaches(actor.role, body.role ?? found.role)))
        return refuse('not-allowed');
      // At least one person must stay who can manage members.
      if (found.member === actor.member && (body.left === true || body.role !== undefined))
        return refuse('conflict', 'oneself');
      const staysAdmin = body.left !== true && (body.role ?? found.role) === 'admin';
      if (found.role === 'admin' && !staysAdmin && (await isLastAdmin(tx, actor.org, found.member)))
        return refuse('conflict', 'last-admin');
      return { ok: true, answer: await changeMember(tx, ports, { ...actor, team }, found, body) };
    }),
);

const makeCode = serve(
  membersApi.makeCode,
  async ({ actor, team, tx, body, ports, param }) =>
    await tx(async (tx) => {
      const found = await findMember(tx, actor.org, team, param('member'));
      if (found === null || found.left_at !== null) return refuse('not-found');
      if (!reaches(actor.role, found.role)) return refuse('not-allowed');
      return { ok: true, answer: await codeFor(tx, { ...actor, team }, found.member, body, ports.now()) };
    }),
);

const makeCodes = serve(
  membersApi.makeCodes,
  async ({ actor, team, tx, body: { codes: wanted }, ports }) =>
    await tx(async (tx) => {
      const named = wanted.map(({ member }) => member);
      const found = await tx
        .selectFrom('members')
        .select(['member', 'role'])
        .where('org', '=', actor.org)
        .where('team', '=', team)
        .where('left_at', 'is', null)
        .where('member', 'in', named)
        .execute();
      // Before the first code: what was done in the transaction stays done after a refusal.
      if (found.some(({ role }) => !reaches(actor.role, role))) return refuse('not-allowed');
      const present = new Set(found.map(({ member }) => member));
      const codes: v.InferOutput<typeof codesAnswerSchema>['codes'] = [];
      for (const { member, ...body } of wanted) {
        if (!present.has(member)) continue;
        codes.push({ member, ...(await codeFor(tx, { ...actor, team }, member, body, ports.now())) });
      }
      return { ok: true, answer: { codes } };
    }),
);

const recordAccountExport = serve(
  membersApi.recordAccountExport,
  async ({ actor, team, tx, body, ports }) => {
    await tx((tx) => recordAudit(tx, { ...actor, team }, ports.now(), 'sip-accounts-exported', body));
    return { ok: true, answer: {} };
  },
);

async function codeFor(
  tx: Tx,
  by: TenantMember,
  member: string,
  { binding, setUp }: NewEnrolmentCode,
  at: number,
) {
  await recordAudit(tx, by, at, 'code-made', { for: member });
  return await makeEnrolmentCode(tx, { org: by.org, member, by: by.member, binding, setUp }, at);
}

/**
 * Locks every admin of the organisation until the transaction ends, so that two who demote each
 * other come one after the other.
 */
async function isLastAdmin(tx: Tx, org: string, member: string): Promise<boolean> {
  const admins = tx.selectFrom('members').select('member').where('org', '=', org).where('role', '=', 'admin');
  const rows = await admins.where('left_at', 'is', null).orderBy('member').forUpdate().execute();
  return rows.every((row) => row.member === member);
}

async function findMember(
  tx: Tx,
  org: string,
  team: string,
  member: string,
): Promise<Selectable<Tables['members']> | null> {
  const inTeam = tx.selectFrom('members').selectAll().where('org', '=', org).where('team', '=', team);
  return (await inTeam.where('member', '=', member).executeTakeFirst()) ?? null;
}

export const memberRoutes: RoutesOf<typeof membersApi> = {
  ...{ me, list, add, addSeveral, change, makeCode, makeCodes, recordAccountExport },
};
