import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Customer, customersApi, MOST_CUSTOMERS } from '../../contract/api/contacts/customers-api.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, push } from '../helpers/server/sync-story.ts';

let bed: ServerBed;
let admin: Seat;
let lead: Seat;
let agent: Seat;
beforeAll(async () => {
  bed = await serverBed();
  admin = await bed.organisation();
});
afterAll(async () => await bed.close());

/** Each test has a team of its own. */
async function newTeam(): Promise<string> {
  const where = await bed.team(admin.org);
  lead = await bed.seat('lead', where);
  agent = await bed.seat('agent', where);
  return `/v1/teams/${where.team}/customers`;
}
const customer = (number: string, more: Partial<Customer> = {}): Customer => ({
  ...{ number, surname: '王', title: 'ms', vip: true, remarks: '爱用全名' },
  ...more,
});
const save = (path: string, customers: readonly Customer[], seat = lead) =>
  bed.ask(seat, 'POST', path, { customers });
async function listed(path: string, to = 'show'): Promise<readonly Customer[]> {
  const { body } = await bed.ask(lead, 'GET', `${path}?to=${to}`);
  return v.parse(customersApi.list.answer, body).customers;
}
async function atRing(number: string): Promise<unknown> {
  const { body } = await bed.ask(await bed.device(agent), 'POST', '/v1/contacts', { number, call: 'live' });
  return v.parse(v.object({ customer: v.optional(v.unknown()) }), body).customer;
}
async function audited(group: string) {
  const { body } = await bed.ask(lead, 'GET', `/v1/teams/${lead.team}/audit?group=${group}`);
  return v.parse(v.object({ entries: v.array(v.looseObject({ action: v.string() })) }), body).entries;
}

describe('the contact list of a team', () => {
  test('shows its entry at the ring, in every spelling of the number, and nothing of others', async () => {
    const path = await newTeam();
    const wang = customer('13900001234');
    await save(path, [wang, customer('13900001235', { surname: '陈', vip: false, remarks: '' })]);
    const { number: _, ...entry } = wang;
    for (const number of ['13900001234', '+86 139 0000 1234', '013900001234']) {
      expect(await atRing(number)).toEqual(entry);
    }
    for (const number of ['13900001236', 'anonymous', '']) expect(await atRing(number)).toBeUndefined();
    const before = agent;
    await newTeam();
    expect(await atRing('13900001234')).toBeUndefined();
    agent = before;
    expect(await atRing('13900001235')).toMatchObject({ surname: '陈', vip: false });
  });

  test('a number is in it once, however it is written: the later entry counts', async () => {
    const path = await newTeam();
    await save(path, [customer('13900001234'), customer('+8613900001234', { surname: '李' })]);
    await save(path, [customer('0139 0000 1234', { vip: false })]);
    expect(await listed(path)).toEqual([customer('0139 0000 1234', { vip: false })]);
  });

  test('is read, exported, saved and emptied by leads alone, each recorded without a number', async () => {
    const path = await newTeam();
    await save(path, [customer('13900001234'), customer('13900001235')]);
    await listed(path);
    await listed(path, 'export');
    const removing = await bed.ask(lead, 'POST', `${path}/removals`, {
      numbers: ['+8613900001234', '13900001239'],
    });
    expect(removing.body).toEqual({ removed: 1 });
    expect(await listed(path)).toMatchObject([{ number: '13900001235' }]);
    const entries = [
      ...(await audited('numbers')),
      ...(await audited('exports')),
      ...(await audited('lists')),
    ];
    const actions = ['customers-exported', 'customers-read', 'customers-removed', 'customers-saved'];
    expect([...new Set(entries.map(({ action }) => action))].sort()).toEqual(actions);
    expect(JSON.stringify(entries)).not.toMatch(/139000|王|爱用/);
    expect(await save(path, [customer('13900001237')], agent)).toMatchObject({ status: 403 });
    expect(await bed.ask(agent, 'GET', path)).toMatchObject({ status: 403 });
  });

  test('has at most 10,000 customers: more are refused, and nothing of them is saved', async () => {
    const path = await newTeam();
    const many = Array.from({ length: MOST_CUSTOMERS }, (_, at) => customer(String(13_900_000_000 + at)));
    expect((await save(path, many)).body).toMatchObject({ saved: MOST_CUSTOMERS });
    expect(await save(path, [customer('13800000001')])).toMatchObject({
      status: 413,
      body: { reason: 'too-large', detail: 'customers' },
    });
    expect(await listed(path)).toHaveLength(MOST_CUSTOMERS);
    expect(await save(path, [customer('13900000001', { remarks: '新' })])).toMatchObject({ status: 200 });
  }, 60_000);

  test.each([
    ['a number that is none', { number: '不详' }],
    ['a control character', { remarks: 'a\u0000b' }],
    ['a long name', { surname: '王'.repeat(41) }],
  ])('%s is refused as malformed', async (_, bad) => {
    const path = await newTeam();
    const answer = await save(path, [customer('13900001230'), customer('13900001234', bad)]);
    expect(answer).toMatchObject({ status: 400 });
    expect(await listed(path)).toEqual([]);
  });
});

describe('erasure', () => {
  test('deletes the entry, its name in texts about others, and keeps the number out', async () => {
    const path = await newTeam();
    await save(path, [
      customer('13900005678', { surname: '欧阳清' }),
      customer('13900001234', { remarks: '欧阳清（139-0000-5678）的女儿' }),
    ]);
    const note = noteOf(
      crypto.randomUUID(),
      bed.clock.now,
      { text: '替欧阳清13900005678来电' },
      '13900001234',
    );
    await push(bed, agent, noteItem(note));
    const erasing = { number: '+86 139 0000 5678' };
    expect((await bed.ask(lead, 'POST', `/v1/teams/${lead.team}/erasures`, erasing)).status).toBe(200);
    const left = await listed(path);
    expect(left).toHaveLength(1);
    expect(JSON.stringify(left)).not.toMatch(/欧阳清|5678/);
    expect(await atRing('13900005678')).toBeUndefined();
    const { body } = await bed.ask(lead, 'GET', `/v1/teams/${lead.team}/notes/${note.id}/full`);
    expect(JSON.stringify(body)).not.toMatch(/欧阳清|5678/);

    const again = [customer('13900001236'), customer('013900005678')];
    expect((await save(path, again)).body).toEqual({ saved: 0, erased: [1] });
    expect(await listed(path)).toEqual(left);
  });
});
