import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AUDIT_GROUPS, auditActionSchema, auditAnswerSchema } from '../../contract/api/audit.ts';
import { LOCAL_ORIGIN, type TeamFact, teamEvent } from '../../contract/team/team-event.ts';
import { recordAudit } from '../../server/audit/record-audit.ts';
import { inTenant } from '../../server/database/tenant.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, pullAll, push } from '../helpers/server/sync-story.ts';
import { planned as callBackPlanned } from '../helpers/team-story.ts';

let bed: ServerBed;
let lead: Seat;
let supervisor: Seat;
let agent: Seat;
beforeAll(async () => {
  bed = await serverBed();
  const admin = await bed.organisation();
  lead = await bed.seat('lead', admin);
  supervisor = await bed.seat('supervisor', admin);
  agent = await bed.seat('agent', admin);
});
afterAll(async () => await bed.close());

async function read(query: Readonly<Record<string, string>>) {
  const path = `/v1/teams/${lead.team}/audit?${new URLSearchParams(query)}`;
  const { status, body } = await bed.ask(lead, 'GET', path);
  expect(status).toBe(200);
  return v.parse(auditAnswerSchema, body).entries;
}

test('every action belongs to one group', () => {
  const grouped = Object.values(AUDIT_GROUPS).flat();
  expect([...grouped].sort()).toEqual([...auditActionSchema.options].sort());
});

test('exports of notes and of figures are on record with who, what span and how much, and nothing of a person', async () => {
  const note = noteOf(crypto.randomUUID(), bed.clock.now, { text: '机密 13900007777', category: 'query' });
  await push(bed, agent, noteItem(note));
  const span = { from: bed.clock.now - 1, to: bed.clock.now + 1 };
  const team = `/v1/teams/${lead.team}`;
  await bed.ask(lead, 'POST', `${team}/notes/export`, { ...span, full: true });
  bed.clock.now += 10;
  const figures = await bed.ask(supervisor, 'POST', `${team}/figures/export`, span);
  expect(figures).toMatchObject({
    status: 200,
    body: { notes: [{ note: { category: 'query', text: '' } }] },
  });
  expect(JSON.stringify(figures.body)).not.toMatch(/机密|13900001234/);
  const entries = await read({ group: 'exports' });
  expect(entries).toMatchObject([
    { action: 'figures-exported', member: supervisor.member, detail: { ...span, notes: 1 } },
    { action: 'notes-exported', member: lead.member, detail: { ...span, full: true, notes: 1 } },
  ]);
  expect(JSON.stringify(entries)).not.toContain('机密');
});

test('who imported a call-back list is on record with how many calls, once, and with nothing of the customers', async () => {
  const planned = (list?: string) => {
    const customer = { number: '13900006666', surname: '机密', matter: '机密' };
    const fact = callBackPlanned(bed.clock.now, { ...customer, ...(list !== undefined && { list }) });
    const by = lead.number;
    return {
      type: 'team',
      event: teamEvent(fact, crypto.randomUUID(), bed.clock.now, { ...LOCAL_ORIGIN, by }),
    } as const;
  };
  const list = [planned('机密名单'), planned('机密名单'), planned('机密名单'), planned()];
  await push(bed, lead, ...list);
  await push(bed, lead, ...list);
  const entries = await read({ group: 'lists' });
  expect(entries).toMatchObject([
    { action: 'call-backs-handed-out', member: lead.member, detail: { callBacks: 3 } },
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/机密|6666/);
});

test('who writes in the name of others is on record: as whom, how often, once, and without a name', async () => {
  const write = (fact: TeamFact, by: string, subject: string = crypto.randomUUID()) => ({
    type: 'team',
    event: teamEvent(fact, subject, bed.clock.now, { ...LOCAL_ORIGIN, by }),
  });
  const posted: TeamFact = { type: 'notice-posted', text: '机密' };
  const moved: TeamFact = { type: 'work-order-moved', to: 'department', remarks: '', onBehalfOf: '机密先生' };
  const break_: TeamFact = {
    type: 'shift-changed',
    readiness: { state: 'ready' },
    because: 'agent',
  };
  const items = [
    write(posted, agent.number),
    write(posted, agent.number),
    write(break_, lead.number, agent.number),
    write(moved, lead.number),
    write(posted, lead.number),
  ];
  expect(await push(bed, lead, ...items)).toMatchObject(items.map(() => ({ outcome: 'applied' })));
  await push(bed, lead, ...items);
  expect(await push(bed, agent, write(posted, lead.number))).toMatchObject([{ outcome: 'refused' }]);
  const entries = await read({ group: 'others' });
  const by = { action: 'written-for-others', member: lead.member };
  expect(entries).toHaveLength(2);
  expect(entries).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ ...by, detail: { as: agent.number, entries: 3 } }),
      expect.objectContaining({ ...by, detail: { as: null, entries: 1 } }),
    ]),
  );
  expect(JSON.stringify(entries)).not.toContain('机密');
});

test('what a lead’s device gives back after a fail-over was handed out before', async () => {
  const fact = callBackPlanned(bed.clock.now, { surname: '王', number: '13900006666', list: '名单' });
  const event = teamEvent(fact, crypto.randomUUID(), bed.clock.now, { ...LOCAL_ORIGIN, by: lead.number });
  await push(bed, lead, { type: 'team', event });
  const { items } = await pullAll(bed, lead);
  const given = items.flatMap((item) => (item.type === 'team' && item.event.id === event.id ? [item] : []));
  expect(given).toHaveLength(1);
  const before = await read({ group: 'lists' });
  await inTenant(bed.db, lead, (tx) => tx.deleteFrom('records').where('id', '=', event.id).execute());
  const restored = given.map((item) => ({ type: 'restored', event: item.event }));
  expect(await push(bed, lead, ...restored)).toMatchObject([{ outcome: 'applied' }]);
  expect(await read({ group: 'lists' })).toEqual(before);
});

test('page by page no entry is left out, although many have one time', async () => {
  const { org, team, member } = lead;
  const revoked = Array.from({ length: 450 }, (_, at) => `device-${at}`);
  await inTenant(bed.db, { org, team }, async (tx) => {
    for (const device of revoked)
      await recordAudit(tx, { org, team, member }, bed.clock.now, 'device-revoked', { device });
  });
  const seen: unknown[] = [];
  for (let before = ''; ; ) {
    const entries = await read({ group: 'revocations', ...(before === '' ? {} : { before }) });
    seen.push(...entries.map(({ detail }) => detail['device']));
    const last = entries.at(-1);
    if (last === undefined) break;
    before = `${last.at}.${last.id}`;
  }
  expect(seen.sort()).toEqual([...revoked].sort());
});
