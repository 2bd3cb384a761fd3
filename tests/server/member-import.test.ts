import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditAnswerSchema } from '../../contract/api/audit.ts';
import { enrolAnswerSchema } from '../../contract/api/members/enrolment.ts';
import { memberSchema, type NewMember } from '../../contract/api/members/member.ts';
import { codesAnswerSchema, memberImportAnswerSchema } from '../../contract/api/members/member-import.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';

let bed: ServerBed;
let admin: Seat;
let lead: Seat;
let agent: Seat;
beforeAll(async () => {
  bed = await serverBed();
  admin = await bed.organisation();
  lead = await bed.seat('lead', admin);
  agent = await bed.seat('agent', admin);
});
afterAll(async () => await bed.close());

const person = (number: string, role: NewMember['role'] = 'agent'): NewMember => ({
  ...{ number, name: `员工${number}`, role },
});

async function importBy(seat: Seat, members: readonly NewMember[]) {
  const { status, body } = await bed.ask(seat, 'POST', `/v1/teams/${lead.team}/member-imports`, { members });
  return status === 200 ? v.parse(memberImportAnswerSchema, body) : { status, body };
}

async function numbers(): Promise<readonly string[]> {
  const { body } = await bed.ask(lead, 'GET', `/v1/teams/${lead.team}/members`);
  return v.parse(v.object({ members: v.array(memberSchema) }), body).members.map(({ number }) => number);
}

async function newestAudit() {
  const { body } = await bed.ask(admin, 'GET', `/v1/teams/${lead.team}/audit`);
  return v.parse(auditAnswerSchema, body).entries;
}

describe('members in bulk', () => {
  test('are added in one request, each recorded with the role that was given', async () => {
    bed.clock.now += 60_000;
    const answer = await importBy(lead, [person('0301'), person('0302', 'supervisor')]);
    expect(answer).toMatchObject({
      added: [
        { number: '0301', workOrderRole: 'agent' },
        { number: '0302', role: 'supervisor' },
      ],
      refused: [],
    });
    const recorded = (await newestAudit()).filter(({ action, at }) => {
      return action === 'member-added' && at === bed.clock.now;
    });
    expect(recorded.map(({ member, detail }) => [member, detail['role']]).sort()).toEqual([
      [lead.member, 'agent'],
      [lead.member, 'supervisor'],
    ]);
  });

  test('are all or nobody: every number in use, there twice, or role out of reach is named', async () => {
    const before = await numbers();
    const rows = [person('0310'), person(agent.number), person('0310'), person('0311', 'admin')];
    expect(await importBy(lead, rows)).toEqual({
      added: [],
      refused: [
        { at: 1, why: 'in-use' },
        { at: 2, why: 'twice' },
        { at: 3, why: 'not-allowed' },
      ],
    });
    expect(await numbers()).toEqual(before);
    expect(await importBy(admin, [person('0311', 'admin')])).toMatchObject({ added: [{ role: 'admin' }] });
  });

  test('two imports of the same file at once add everybody once', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => person(`05${at}`));
    const answers = await Promise.all([importBy(lead, rows), importBy(lead, rows), importBy(lead, rows)]);
    const added = answers.map((answer) => ('added' in answer ? answer.added.length : answer));
    expect(added.sort()).toEqual([0, 0, 40]);
    expect((await numbers()).filter((number) => number.startsWith('05'))).toHaveLength(40);
  });

  test('10,000 fit, one more is refused as malformed, and so is a name that no database stores', async () => {
    const rows = Array.from({ length: 10_001 }, (_, at) => person(`many-${at}`));
    expect(await importBy(lead, rows)).toMatchObject({ status: 400, body: { reason: 'malformed' } });
    expect(await importBy(lead, [{ ...person('0399'), name: 'a\u0000b' }])).toMatchObject({ status: 400 });
    const answer = await importBy(lead, rows.slice(1));
    expect('added' in answer ? answer.added.length : answer).toBe(10_000);
  }, 60_000);

  test('an agent may not', async () => {
    expect(await importBy(agent, [person('0400')])).toMatchObject({ status: 403 });
  });
});

describe('codes for printed slips', () => {
  const codesBy = async (seat: Seat, members: readonly string[]) => {
    const codes = members.map((member) => ({ member, binding: 'ab'.repeat(32) }));
    return await bed.ask(seat, 'POST', `/v1/teams/${lead.team}/codes`, { codes });
  };
  const enrol = (code: string) => bed.ask(null, 'POST', '/v1/enrol', { code, label: '' });

  test('are made for many at once, each works once and for 24 hours, and is recorded', async () => {
    const one = await bed.seat('agent', admin);
    const other = await bed.seat('agent', admin);
    bed.clock.now += 60_000;
    const gone = crypto.randomUUID();
    const { body } = await codesBy(lead, [one.member, gone, other.member]);
    const { codes } = v.parse(codesAnswerSchema, body);
    expect(codes.map(({ member, expiresAt }) => [member, expiresAt])).toEqual(
      [one, other].map(({ member }) => [member, bed.clock.now + 24 * 3_600_000]),
    );
    const recorded = (await newestAudit()).filter(({ action }) => action === 'code-made');
    expect(recorded.slice(0, 2).map(({ detail }) => detail['for'])).toEqual(
      expect.arrayContaining([one.member, other.member]),
    );
    const [first = '', second = ''] = codes.map(({ code }) => code);
    const enrolled = v.parse(enrolAnswerSchema, (await enrol(first)).body);
    expect([enrolled.me.member.id, enrolled.binding]).toEqual([one.member, 'ab'.repeat(32)]);
    expect((await enrol(first)).status).toBe(422);
    bed.clock.now += 24 * 3_600_000;
    expect((await enrol(second)).status).toBe(422);
  });

  test('of an admin are made by an admin alone; then nobody of the request gets one', async () => {
    const one = await bed.seat('agent', admin);
    expect(await codesBy(lead, [one.member, admin.member])).toMatchObject({ status: 403 });
    const made = (await newestAudit()).filter(({ detail }) => detail['for'] === one.member);
    expect(made.filter(({ action }) => action === 'code-made')).toEqual([]);
    expect((await codesBy(admin, [admin.member])).status).toBe(200);
  });

  test('of another team or organisation are made by nobody', async () => {
    const elsewhere = await bed.seat('agent', await bed.team(admin.org));
    expect((await codesBy(lead, [elsewhere.member])).body).toEqual({ codes: [] });
  });
});
