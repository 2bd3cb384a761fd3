import * as v from 'valibot';
import { enrolmentCodeSchema } from '../../contract/api/members/enrolment.ts';
import { memberChangeSchema, memberSchema, newMemberSchema } from '../../contract/api/members/member.ts';
import { reaches } from '../../contract/api/members/role.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { isInUse } from '../database/fault.ts';
import { refuse } from '../http/refuse.ts';
import { memberRoute, NOTHING, type Route } from '../http/route.ts';
import { makeCode } from '../sign-in/enrolment-code.ts';
import { addMember } from './add-member.ts';
import { changeMember } from './change-member.ts';
import { findMember } from './find-member.ts';
import { memberOfRow } from './member-row.ts';

const list = memberRoute({
  method: 'get',
  path: '/v1/teams/:team/members',
  about: 'Everybody who is or was in the team.',
  may: 'see-presence',
  query: NOTHING,
  body: NOTHING,
  answer: v.strictObject({ members: v.array(memberSchema) }),
  handle: async ({ actor, team, tx }) => {
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
  },
});

const add = memberRoute({
  method: 'post',
  path: '/v1/teams/:team/members',
  about: 'A new member, who then enrols by a code.',
  may: 'manage-members',
  query: NOTHING,
  body: newMemberSchema,
  answer: memberSchema,
  handle: async ({ actor, team, tx, body, ports }) => {
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
  },
});

const change = memberRoute({
  method: 'patch',
  path: '/v1/teams/:team/members/:member',
  about:
    'Renames a member, gives another role or work-order role, or lets the member leave, which revokes every device.',
  may: 'manage-members',
  query: NOTHING,
  body: memberChangeSchema,
  answer: memberSchema,
  handle: async ({ actor, team, tx, body, ports, param }) =>
    await tx(async (tx) => {
      const found = await findMember(tx, actor.org, team, param('member'));
      if (found === null) return refuse('not-found');
      if (!(reaches(actor.role, found.role) && reaches(actor.role, body.role ?? found.role)))
        return refuse('not-allowed');
      // Somebody must stay who can let others in.
      if (found.member === actor.member && (body.left === true || body.role !== undefined))
        return refuse('conflict', 'oneself');
      return { ok: true, answer: await changeMember(tx, { ...actor, team }, found, body, ports.now()) };
    }),
});

const code = memberRoute({
  method: 'post',
  path: '/v1/teams/:team/members/:member/codes',
  about: 'A one-time code by which the member enrols one device.',
  may: 'manage-members',
  query: NOTHING,
  body: NOTHING,
  answer: enrolmentCodeSchema,
  handle: async ({ actor, team, tx, ports, param }) =>
    await tx(async (tx) => {
      const { org, member: by } = actor;
      const found = await findMember(tx, org, team, param('member'));
      if (found === null || found.left_at !== null) return refuse('not-found');
      if (!reaches(actor.role, found.role)) return refuse('not-allowed');
      const at = ports.now();
      await recordAudit(tx, { org, team, member: by }, at, 'code-made', { for: found.member });
      return { ok: true, answer: await makeCode(tx, { org, member: found.member, by }, at) };
    }),
});

export const MEMBER_ROUTES: readonly Route[] = [list, add, change, code];
