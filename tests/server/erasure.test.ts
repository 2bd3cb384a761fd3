import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MOST_CHECKED_NUMBERS } from '../../contract/api/sync/sync-api.ts';
import { LOCAL_ORIGIN } from '../../contract/team/team-event.ts';
import { hashingKey, keyOfForm } from '../../server/erasure/number-keys.ts';
import { applyRetention } from '../../server/sync/apply-retention.ts';
import { withClient } from '../helpers/server/database.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, orderOpened, pullAll, pulledEvent, push } from '../helpers/server/sync-story.ts';

let bed: ServerBed;
let lead: Seat;
let agent: Seat;
let colleague: Seat;
beforeAll(async () => {
  bed = await serverBed();
  const admin = await bed.organisation();
  lead = await bed.seat('lead', admin);
  agent = await bed.seat('agent', admin);
  colleague = await bed.seat('agent', admin);
});
afterAll(async () => await bed.close());

const NUMBER = '+86 139 0000 5678';
const erase = async (number: string) =>
  await bed.ask(lead, 'POST', `/v1/teams/${lead.team}/erasures`, { number });

test('a number goes from the server and from every device, also from the outbox of one of them', async () => {
  const mine = noteOf(crypto.randomUUID(), bed.clock.now, { text: '要删' }, NUMBER);
  const calledBack = noteOf(crypto.randomUUID(), bed.clock.now, { contactNumber: '013900005678' });
  const others = noteOf(crypto.randomUUID(), bed.clock.now);
  const order = orderOpened(agent.number, bed.clock.now, crypto.randomUUID(), '0086 13900005678');
  await push(bed, agent, ...[mine, calledBack, others].map((note) => noteItem(note)), {
    type: 'team',
    event: order,
  });
  const { cursor } = await pullAll(bed, colleague);

  bed.clock.now += 60_000;
  expect(await erase(NUMBER)).toMatchObject({ status: 200, body: { notes: 2, subjects: 1 } });
  const own = await pullAll(bed, agent);
  expect(own.items).toContainEqual({ type: 'gone', of: 'note', id: mine.id });
  expect(own.items).toContainEqual({ type: 'gone', of: 'note', id: calledBack.id });
  expect(own.items).toContainEqual(expect.objectContaining({ type: 'note', id: others.id }));
  const theirs = await pullAll(bed, colleague, cursor);
  expect(theirs.items).toContainEqual({ type: 'gone', of: 'subject', id: order.subject });
  expect(theirs.items).toContainEqual({ type: 'erased', erasure: expect.any(Number) });

  const lateNote = noteOf(crypto.randomUUID(), bed.clock.now - 120_000, { text: '离线' }, NUMBER);
  const lateOrder = orderOpened(colleague.number, bed.clock.now - 120_000, crypto.randomUUID(), NUMBER);
  expect(await push(bed, colleague, noteItem(lateNote), { type: 'team', event: lateOrder })).toEqual([
    { outcome: 'gone' },
    { outcome: 'gone' },
  ]);
  bed.clock.now += 60_000;
  const callsAgain = noteOf(crypto.randomUUID(), bed.clock.now, {}, NUMBER);
  expect(await push(bed, agent, noteItem(callsAgain))).toMatchObject([{ outcome: 'applied' }]);
});

test('nothing of the number or of what was said is left in the database, and the deed is on record', async () => {
  const text = '只有一次的内容';
  const note = noteOf(crypto.randomUUID(), bed.clock.now, { text }, '+8613900009999');
  await push(bed, agent, noteItem(note));
  await push(bed, agent, noteItem({ ...note, surname: '赵', updatedAt: note.updatedAt + 1 }, 2, 1));
  await erase('139 0000 9999');
  await withClient(bed.url, async (client) => {
    const { rows } = await client.query(
      `select coalesce((select json_agg(r) from records r)::text, '') || coalesce((select json_agg(n) from note_versions n)::text, '')
        || coalesce((select json_agg(a) from audit_log a)::text, '') as all`,
    );
    for (const trace of [text, '13900009999', '赵']) expect(rows[0].all).not.toContain(trace);
    expect(rows[0].all).toContain('number-erased');
  });
});

test('what is no number is said to be none', async () => {
  expect(await erase('anonymous')).toMatchObject({ status: 400, body: { detail: 'number' } });
});

test('a device asks which of its numbers are erased; the log and other teams learn nothing', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line) => void lines.push(line) });
  const talkative = await serverBed({ log }, bed.url);
  talkative.clock.now = bed.clock.now;
  const erased = '+86 139 0000 7777';
  await talkative.ask(lead, 'POST', `/v1/teams/${lead.team}/erasures`, { number: erased });
  const check = (seat: Seat, numbers: readonly string[]) =>
    talkative.ask(seat, 'POST', '/v1/sync/numbers', { numbers });
  const numbers = ['013900007777', '13900001234', 'anonymous', '０１３９００００７７７７'];
  const now = bed.clock.now;
  expect(await check(agent, numbers)).toMatchObject({
    ...{ status: 200, body: { erased: [now, null, null, now] } },
  });
  const elsewhere = await bed.seat('agent', await bed.team(lead.org));
  expect((await check(elsewhere, numbers)).body).toEqual({ erased: [null, null, null, null] });

  const tooMany = await check(agent, Array(MOST_CHECKED_NUMBERS + 1).fill('13900007777'));
  expect(tooMany.status).toBe(400);
  expect((await check(agent, ['1'.repeat(200)])).status).toBe(400);
  const statuses: number[] = [];
  for (let times = 0; times < 60; times += 1) statuses.push((await check(agent, ['13900007777'])).status);
  expect(statuses).toContain(429);
  expect(lines.length).toBeGreaterThan(60);
  expect(lines.join('')).not.toMatch(/1390000(?:7777|1234)/);
  expect(await talkative.ports.metrics.registry.metrics()).not.toMatch(/1390000/);
  await talkative.close();
});

test('nothing that a device gets is made from the number or has the key', async () => {
  const number = '+86 139 0000 8888';
  await erase(number);
  const key = await withClient(bed.url, async (client) => {
    const { rows } = await client.query('select number_key from organisation_secrets');
    return rows.map(({ number_key }) => String(number_key));
  });
  const me = JSON.stringify((await bed.ask(agent, 'GET', '/v1/me')).body);
  const pulled = JSON.stringify((await pullAll(bed, agent)).items);
  for (const one of key) {
    expect(me + pulled).not.toContain(one);
    expect(pulled).not.toContain(keyOfForm(hashingKey(one), '13900008888'));
  }
});

test('what is older than the team keeps it goes, everywhere; an order that is still worked on stays', async () => {
  const day = 86_400_000;
  const old = noteOf(crypto.randomUUID(), bed.clock.now - 40 * day, { text: '旧' });
  const recent = noteOf(crypto.randomUUID(), bed.clock.now - 10 * day, { text: '新' });
  const done = orderOpened(agent.number, bed.clock.now - 40 * day);
  const inWork = orderOpened(agent.number, bed.clock.now - 40 * day);
  const remark = {
    ...{ type: 'work-order-remarked', id: crypto.randomUUID(), subject: inWork.subject },
    ...{ at: bed.clock.now - day, by: agent.number, remarks: '还在办', v: 1, ...LOCAL_ORIGIN },
  };
  await push(bed, agent, ...[old, recent].map((note) => noteItem(note)));
  await push(bed, agent, ...[done, inWork, remark].map((event) => ({ type: 'team', event })));
  await bed.ask(lead, 'PATCH', `/v1/teams/${lead.team}`, { retentionDays: 30 });
  await applyRetention(bed.ports, bed.clock.now);
  const { items } = await pullAll(bed, agent);
  expect(items).toContainEqual({ type: 'gone', of: 'note', id: old.id });
  expect(items).toContainEqual(expect.objectContaining({ type: 'note', id: recent.id }));
  expect(items).toContainEqual({ type: 'gone', of: 'subject', id: done.subject });
  expect(items).toContainEqual(pulledEvent(inWork));
  const once = await pullAll(bed, agent);
  await applyRetention(bed.ports, bed.clock.now);
  expect((await pullAll(bed, agent)).cursor).toBe(once.cursor);
});
