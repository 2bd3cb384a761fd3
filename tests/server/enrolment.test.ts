import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrolAnswerSchema, enrolmentCodeSchema } from '../../contract/api/members/enrolment.ts';
import { orderSourceSchema } from '../../contract/team/order-number.ts';
import { inTenant } from '../../server/database/tenant.ts';
import { withClient } from '../helpers/server/database.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';

let bed: ServerBed;
let lead: Seat;
let agent: Seat;
beforeAll(async () => {
  bed = await serverBed();
  const admin = await bed.organisation();
  lead = await bed.seat('lead', admin);
  agent = await bed.seat('agent', admin);
});
afterAll(async () => await bed.close());

async function newCode(member = agent.member): Promise<string> {
  const { body } = await bed.ask(lead, 'POST', `/v1/teams/${lead.team}/members/${member}/codes`, {});
  return v.parse(enrolmentCodeSchema, body).code;
}

const enrol = async (code: string) => await bed.ask(null, 'POST', '/v1/enrol', { code, label: '前台 2' });

async function devices() {
  const { body } = await bed.ask(lead, 'GET', `/v1/teams/${lead.team}/devices`);
  const schema = v.object({ devices: v.array(v.looseObject({ id: v.string() })) });
  return v.parse(schema, body).devices;
}

test('a lead adds an agent, hands over a code, and the agent’s browser is in', async () => {
  const wang = { number: '0283', name: '王', role: 'agent' };
  const { body } = await bed.ask(lead, 'POST', `/v1/teams/${lead.team}/members`, wang);
  const { id } = v.parse(v.looseObject({ id: v.string() }), body);
  const enrolled = await enrol((await newCode(id)).toLowerCase().replaceAll('-', ' '));
  const { token, me } = v.parse(enrolAnswerSchema, enrolled.body);
  expect(me).toMatchObject({ member: wang, team: { id: lead.team } });
  expect(await bed.ask({ ...agent, token }, 'GET', '/v1/me')).toMatchObject({ status: 200, body: me });
});

test('a work-order role goes with the role until a lead gives another', async () => {
  const member = `/v1/teams/${lead.team}/members/${agent.member}`;
  const workOrderRole = async () => {
    const { body } = await bed.ask(agent, 'GET', '/v1/me');
    return v.parse(v.object({ member: v.object({ workOrderRole: v.string() }) }), body).member.workOrderRole;
  };
  expect(await workOrderRole()).toBe('agent');
  await bed.ask(lead, 'PATCH', member, { role: 'supervisor' });
  expect(await workOrderRole()).toBe('hotline-supervisor');
  await bed.ask(lead, 'PATCH', member, { workOrderRole: 'store-manager' });
  expect(await workOrderRole()).toBe('store-manager');
  await bed.ask(lead, 'PATCH', member, { role: 'agent' });
  expect(await workOrderRole()).toBe('store-manager');
  expect(await bed.ask(lead, 'PATCH', member, { workOrderRole: 'Not an id' })).toMatchObject({ status: 400 });
});

test('two with the same number are refused while the first is there', async () => {
  const twin = { number: agent.number, name: 'Twin', role: 'agent' };
  expect(await bed.ask(lead, 'POST', `/v1/teams/${lead.team}/members`, twin)).toMatchObject({
    status: 409,
    body: { reason: 'conflict', detail: 'number' },
  });
});

test('a code is good once, also for two who use it at the same time', async () => {
  const code = await newCode();
  const answers = await Promise.all([enrol(code), enrol(code), enrol(code)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
});

test('an old code, a replaced one, and one that nobody made are refused alike', async () => {
  const replaced = await newCode();
  const old = await newCode();
  bed.clock.now += 25 * 3_600_000;
  const invented = `${lead.org}-2345-6789-AB`;
  for (const code of [replaced, old, invented, 'no code']) {
    expect(await enrol(code)).toMatchObject({ status: 422, body: { reason: 'bad-code' } });
  }
});

test('a revoked device is out at once; the list shows when it was last used', async () => {
  const lost = await bed.device(agent);
  await bed.ask(lost, 'GET', '/v1/me');
  const shown = (await devices()).find(({ id }) => id === lost.device);
  expect(shown).toMatchObject({ member: agent.member, lastUsedAt: bed.clock.now, revokedAt: null });
  await bed.ask(lead, 'DELETE', `/v1/teams/${lead.team}/devices/${lost.device}`);
  expect(await bed.ask(lost, 'GET', '/v1/me')).toMatchObject({ status: 401, body: { reason: 'signed-out' } });
  expect(await bed.ask(agent, 'GET', '/v1/me')).toMatchObject({ status: 200 });
});

test('who leaves loses every device and code', async () => {
  const leaver = await bed.seat('agent', lead);
  const code = await newCode(leaver.member);
  await bed.ask(lead, 'PATCH', `/v1/teams/${lead.team}/members/${leaver.member}`, { left: true });
  expect(await bed.ask(leaver, 'GET', '/v1/me')).toMatchObject({ status: 401 });
  expect(await enrol(code)).toMatchObject({ status: 422 });
});

test('neither token nor code stands in the database, and what was done is on record', async () => {
  const code = await newCode();
  const { body } = await enrol(code);
  const { token, me } = v.parse(enrolAnswerSchema, body);
  const secret = token.split('_').at(-1) ?? '';
  await withClient(bed.url, async (client) => {
    const { rows } = await client.query(
      'select (select json_agg(d) from devices d)::text || (select json_agg(c) from enrolment_codes c)::text as all',
    );
    expect(rows[0].all).not.toContain(secret);
    expect(rows[0].all).not.toContain(code.replaceAll('-', ''));
  });
  const audit = await bed.ask(lead, 'GET', `/v1/teams/${lead.team}/audit`);
  expect(audit.body).toMatchObject({
    entries: expect.arrayContaining([
      expect.objectContaining({ action: 'enrolled', member: agent.member, detail: { device: me.device } }),
      expect.objectContaining({ action: 'code-made', member: lead.member }),
      expect.objectContaining({
        ...{ action: 'code-used', at: bed.clock.now, member: lead.member },
        detail: { for: agent.member, device: me.device },
      }),
      expect.objectContaining({ action: 'device-revoked' }),
    ]),
  });
});

test('an agent sees a device that was enrolled with a code of the lead, and who made the code', async () => {
  const { body } = await enrol(await newCode());
  const { me } = v.parse(enrolAnswerSchema, body);
  const own = await bed.ask(agent, 'GET', '/v1/me/devices');
  expect(own.body).toMatchObject({
    devices: expect.arrayContaining([
      {
        ...{ id: me.device, label: '前台 2', madeAt: bed.clock.now, lastUsedAt: null },
        codeBy: { number: lead.number, name: `Agent ${lead.number}` },
      },
      expect.objectContaining({ id: agent.device, codeBy: null }),
    ]),
  });
  const { body: others } = await bed.ask(lead, 'GET', '/v1/me/devices');
  expect(JSON.stringify(others)).not.toContain(me.device);
});

test('the binding of a link reaches the device that enrols with it, and no other', async () => {
  const binding = '0f'.repeat(32);
  const path = `/v1/teams/${lead.team}/members/${agent.member}/codes`;
  const { body } = await bed.ask(lead, 'POST', path, { binding });
  const { code } = v.parse(enrolmentCodeSchema, body);
  expect((await enrol(code)).body).toMatchObject({ binding });
  expect((await enrol(await newCode())).body).toMatchObject({ binding: null });
  expect(await bed.ask(lead, 'POST', path, { binding: 'short' })).toMatchObject({ status: 400 });
});

test('a device that nobody used for the days of the organisation has to enrol again', async () => {
  const admin = await bed.organisation();
  const DAY_MS = 86_400_000;
  const setTo = async (deviceIdleDays: number) =>
    await bed.ask(admin, 'PATCH', '/v1/organisation', { deviceIdleDays });
  expect((await bed.ask(admin, 'GET', '/v1/organisation')).body).toMatchObject({ deviceIdleDays: 180 });
  expect(await setTo(89)).toMatchObject({ status: 400 });
  expect((await setTo(90)).body).toMatchObject({ deviceIdleDays: 90 });
  const used = await bed.seat('agent', admin);
  const unused = await bed.seat('agent', admin);
  bed.clock.now += 60 * DAY_MS;
  expect(await bed.ask(used, 'GET', '/v1/me')).toMatchObject({ status: 200 });
  await bed.ask(admin, 'GET', '/v1/me');
  bed.clock.now += 31 * DAY_MS;
  expect(await bed.ask(used, 'GET', '/v1/me')).toMatchObject({ status: 200 });
  expect(await bed.ask(unused, 'GET', '/v1/me')).toMatchObject({
    status: 401,
    body: { reason: 'signed-out' },
  });
  expect(await bed.ask(await bed.device(unused), 'GET', '/v1/me')).toMatchObject({ status: 200 });
  await setTo(3650);
});

test('each device gets letters that no device of its team ever had', async () => {
  const ofTeam = bed.team(agent.org);
  const seat = await bed.seat('agent', await ofTeam);
  const sourceOf = async (token: string) => {
    const { body } = await bed.ask({ ...seat, token }, 'GET', '/v1/me');
    return v.parse(v.object({ orderSource: orderSourceSchema }), body).orderSource;
  };
  const first = await sourceOf(seat.token);
  const more = await Promise.all(Array.from({ length: 6 }, () => bed.device(seat)));
  const letters = await Promise.all(more.map(async ({ token }) => (await sourceOf(token)).letters));
  expect(new Set([first.letters, ...letters]).size).toBe(7);
  const newest = more.find((_, at) => letters[at] === 'Q') ?? seat;
  // As the retention deletes a device that nobody uses.
  await withClient(bed.url, (client) =>
    client.query('delete from devices where device = $1', [newest.device]),
  );
  const after = await bed.device(seat);
  expect((await sourceOf(after.token)).letters).toBe('R');
});

test('two teams of an organisation have different numbers, in every order number', async () => {
  const teams = await Promise.all([bed.team(agent.org), bed.team(agent.org), bed.team(agent.org)]);
  const seats = await Promise.all(teams.map((team) => bed.seat('agent', team)));
  const sources = await Promise.all(
    seats.map(async (seat) => {
      const { body } = await bed.ask(seat, 'GET', '/v1/me');
      return v.parse(v.object({ orderSource: orderSourceSchema }), body).orderSource;
    }),
  );
  expect(new Set(sources.map(({ team }) => team)).size).toBe(3);
  expect(sources.map(({ letters }) => letters)).toEqual(['A', 'A', 'A']);
});

test('an admin prescribes when idle devices lock; every device of every team learns it, and no lead may', async () => {
  const admin = await bed.organisation();
  const elsewhere = await bed.seat('agent', await bed.team(admin.org));
  const itsLead = await bed.seat('lead', admin);
  const prescribe = async (by: Seat, lockAfterMinutes: unknown) =>
    (await bed.ask(by, 'PATCH', '/v1/organisation', { lockAfterMinutes })).status;
  expect((await bed.ask(elsewhere, 'GET', '/v1/me')).body).toMatchObject({ lockAfterMinutes: null });
  expect(await prescribe(itsLead, 60)).toBe(403);
  for (const bad of [0, -1, 1.5, 481, '10']) expect(await prescribe(admin, bad)).toBe(400);
  expect(await prescribe(admin, 10)).toBe(200);
  for (const seat of [admin, itsLead, elsewhere]) {
    expect((await bed.ask(seat, 'GET', '/v1/me')).body).toMatchObject({ lockAfterMinutes: 10 });
  }
  const { org, team } = elsewhere;
  const announced = await inTenant(bed.db, { org, team }, (tx) =>
    tx.selectFrom('events').select('body').where('org', '=', org).where('team', '=', team).execute(),
  );
  expect(announced.map(({ body }) => body)).toContainEqual({ type: 'member' });
  expect(await prescribe(admin, null)).toBe(200);
  expect((await bed.ask(elsewhere, 'GET', '/v1/me')).body).toMatchObject({ lockAfterMinutes: null });
});

test('what the lead encrypted for a link reaches the device that enrols, once, and is deleted', async () => {
  const setUp = btoa('encrypted by the lead');
  const path = `/v1/teams/${lead.team}/members/${agent.member}/codes`;
  const { body } = await bed.ask(lead, 'POST', path, { binding: 'a'.repeat(64), setUp });
  const { code } = v.parse(enrolmentCodeSchema, body);
  expect((await enrol(code)).body).toMatchObject({ setUp });
  expect(await enrol(code)).toMatchObject({ status: 422 });
  await withClient(bed.url, async (client) => {
    const { rows } = await client.query('select 1 from enrolment_codes where set_up is not null');
    expect(rows).toEqual([]);
  });
});

test('an export of SIP accounts is written down with its count, without any account', async () => {
  const path = `/v1/teams/${lead.team}/sip-account-exports`;
  expect(await bed.ask(agent, 'POST', path, { accounts: 3 })).toMatchObject({ status: 403 });
  expect(await bed.ask(lead, 'POST', path, { accounts: 3 })).toMatchObject({ status: 200 });
  const { body } = await bed.ask(lead, 'GET', `/v1/teams/${lead.team}/audit`);
  const entry = { action: 'sip-accounts-exported', member: lead.member, detail: { accounts: 3 } };
  expect(body).toMatchObject({ entries: expect.arrayContaining([expect.objectContaining(entry)]) });
});
