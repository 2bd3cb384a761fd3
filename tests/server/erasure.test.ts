import { afterAll, beforeAll, expect, test } from 'vitest';
import { importNumberKey, numberKey } from '../../contract/numbers/number-key.ts';
import { LOCAL_ORIGIN } from '../../contract/team/team-event.ts';
import { applyRetention } from '../../server/sync/apply-retention.ts';
import { hashingKey, keyOfNumber } from '../../server/sync/number-keys.ts';
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
  expect(theirs.items).toContainEqual({
    type: 'erased',
    numberKey: expect.stringMatching(/^[0-9a-f]{64}$/),
    before: bed.clock.now,
  });

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

test('the server’s key of a number is the extension’s', async () => {
  const hex = 'ab'.repeat(32);
  const key = await importNumberKey(hex);
  for (const number of ['+86 139 0000 1234', '013900001234', '10086', 'anonymous', '０２１ 5555 0101'])
    expect(keyOfNumber(hashingKey(hex), number)).toBe(await numberKey(key, number));
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
