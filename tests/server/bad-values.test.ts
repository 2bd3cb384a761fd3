import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditAnswerSchema } from '../../contract/api/audit.ts';
import {
  exportAnswerSchema,
  notePageSchema,
  reviewPageSchema,
} from '../../contract/api/review/reviewed-note.ts';
import { pullAnswerSchema } from '../../contract/api/sync/pull.ts';
import { LOCAL_ORIGIN, teamEvent } from '../../contract/team/team-event.ts';
import { inTenant } from '../../server/database/tenant.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, orderOpened, pullAll, push } from '../helpers/server/sync-story.ts';

let bed: ServerBed;
let admin: Seat;
let lead: Seat;
let agent: Seat;
let colleague: Seat;
beforeAll(async () => {
  bed = await serverBed();
  admin = await bed.organisation();
  lead = await bed.seat('lead', admin);
  agent = await bed.seat('agent', admin);
  colleague = await bed.seat('agent', admin);
});
afterAll(async () => await bed.close());

const fresh = () => crypto.randomUUID();
const at = () => bed.clock.now;

function callBack(change: object) {
  const fact = {
    ...{ type: 'call-back-planned' as const, number: '13900001234', surname: '', title: null, matter: '' },
    ...{ dueAt: at(), agreed: false, vip: false, order: null },
  };
  return {
    type: 'team',
    event: { ...teamEvent(fact, fresh(), at(), { ...LOCAL_ORIGIN, by: agent.number }), ...change },
  };
}

function note(change: object) {
  const one = noteOf(fresh(), at());
  return { ...noteItem(one), note: { ...one, ...change } };
}

function facts(change: object) {
  const none = { count: 0, totalMs: 0 };
  const whole = {
    ...{ rings: 1, queuedMs: null, answeredAt: at(), endedAt: at() },
    ...{ end: { how: 'hung-up', by: 'agent' }, holds: none, mutes: none },
    ...{ situations: [], steps: [], forcedHangUps: 0 },
  };
  return { type: 'facts', id: fresh(), revision: 1, facts: { ...whole, ...change } };
}

/** Sent as text, because JSON.stringify writes Infinity as null. */
async function pushText(items: readonly unknown[], seat = agent) {
  const body = JSON.stringify({ items }).replaceAll('"<<1e999>>"', '1e999').replaceAll('"<<-0>>"', '-0');
  return await bed.ask(seat, 'POST', '/v1/sync/push', undefined, {}, body);
}

const NUL = 'a\u0000b';
const HALF = '说\ud83d';

describe('one bad item of a push is refused alone, and names its place', () => {
  const contact = (change: object) => ({ contact: { ...noteOf('n', 0).contact, ...change } });
  test.each<[string, () => unknown]>([
    ['an endless time of an event', () => callBack({ dueAt: '<<1e999>>' })],
    ['an endless time of a note', () => note(contact({ startedAt: '<<1e999>>' }))],
    ['an endless revision', () => ({ ...note({}), revision: '<<1e999>>' })],
    ['a revision beyond every count', () => ({ ...note({}), revision: Number.MAX_SAFE_INTEGER })],
    ['a time with a fraction', () => facts({ endedAt: at() + 0.5 })],
    ['a time that no date has', () => callBack({ dueAt: 8.64e15 + 1 })],
    ['an endless duration', () => facts({ queuedMs: '<<1e999>>' })],
    ['an endless count', () => facts({ forcedHangUps: '<<1e999>>' })],
    ['half a character in an id', () => callBack({ subject: HALF })],
  ])('%s', async (_, bad) => {
    const good = note({ text: '好' });
    const { status, body } = await pushText([good, bad(), callBack({})]);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      results: [
        { outcome: 'applied' },
        { outcome: 'refused', reason: 'malformed', detail: expect.any(String) },
        { outcome: 'applied' },
      ],
    });
    await pullAll(bed, colleague);
  });

  test('−0 is 0: the same event again is known', async () => {
    const event = callBack({ offset: '<<-0>>' });
    expect((await pushText([event])).body).toMatchObject({ results: [{ outcome: 'applied' }] });
    expect((await pushText([event])).body).toMatchObject({ results: [{ outcome: 'already' }] });
  });
});

describe('every other body says where it is wrong', () => {
  test.each<[string, string, object]>([
    ['POST', '/v1/presence/state', { state: 'present', since: 1.5 }],
    ['POST', '/v1/teams/TEAM/members', { number: '9', name: NUL, role: 'agent' }],
    ['POST', '/v1/teams/TEAM/erasures', { number: `1390000${NUL}` }],
    ['PATCH', '/v1/teams/TEAM', { name: HALF }],
    ['POST', '/v1/receipts', { status: 'waiting', sequence: 1.5, since: 1 }],
  ])('%s %s', async (method, path, body) => {
    const answer = await bed.ask(lead, method, path.replace('TEAM', lead.team), body);
    expect(answer).toMatchObject({ status: 400, body: { reason: 'malformed', detail: expect.any(String) } });
  });

  test.each(['from=1e999&to=1', 'from=999999999999999&to=1', 'from=-1&to=1', 'from=0&to=1&after=%00'])(
    'the notes of %s',
    async (query) => {
      const { status } = await bed.ask(lead, 'GET', `/v1/teams/${lead.team}/notes?${query}`);
      expect(status).toBe(400);
    },
  );
});

test('a row that cannot be read is left out and counted; all that follows it arrives', async () => {
  const seat = await bed.seat('agent', await bed.team(admin.org));
  const chief = await bed.seat('lead', seat);
  const [early, bad, late] = [fresh(), fresh(), fresh()];
  for (const id of [early, bad, late]) await push(bed, seat, noteItem(noteOf(id, at())));
  const event = { type: 'team', event: orderOpened(seat.number, at()) };
  await push(bed, seat, event);
  await bed.ask(chief, 'POST', `/v1/teams/${seat.team}/figures/export`, { from: 0, to: at() + 1 });
  await inTenant(bed.db, seat, async (tx) => {
    const spoil = (kind: 'note' | 'event', id: string) =>
      tx
        .updateTable('records')
        .set({ body: '{"at":null}' })
        .where('kind', '=', kind)
        .where('id', '=', id)
        .execute();
    await spoil('note', bad);
    await spoil('event', event.event.id);
    await tx
      .updateTable('audit_log')
      .set({ detail: '[1]' })
      .where('org', '=', seat.org)
      .where('team', '=', seat.team)
      .execute();
  });
  const later = { type: 'team', event: orderOpened(seat.number, at()) };
  await push(bed, seat, later);

  const pulled = await bed.ask(seat, 'GET', '/v1/sync/pull');
  expect(v.parse(pullAnswerSchema, pulled.body)).toMatchObject({ unreadable: 2, items: { length: 3 } });

  const span = `from=0&to=${at() + 1}`;
  const read = async (path: string) => (await bed.ask(chief, 'GET', `/v1/teams/${seat.team}/${path}`)).body;
  const list = v.parse(reviewPageSchema, await read(`notes?${span}`));
  expect([list.unreadable, list.notes.map(({ note }) => note.id)]).toEqual([
    1,
    expect.arrayContaining([early, late]),
  ]);
  expect(v.parse(notePageSchema, await read(`figures?${span}`))).toMatchObject({
    unreadable: 1,
    notes: { length: 2 },
  });
  const exported = await bed.ask(chief, 'POST', `/v1/teams/${seat.team}/notes/export`, {
    from: 0,
    to: at() + 1,
    full: false,
  });
  expect(v.parse(exportAnswerSchema, exported.body)).toMatchObject({ unreadable: 1, notes: { length: 2 } });
  expect(v.parse(auditAnswerSchema, await read('audit'))).toMatchObject({ unreadable: expect.any(Number) });
  expect((await bed.ask(chief, 'GET', `/v1/teams/${seat.team}/notes/${bad}`)).status).toBe(404);

  // The device still has the note: what it sends again replaces what cannot be read.
  const again = noteItem(noteOf(bad, at(), { text: '又来' }), 2, 1);
  expect(await push(bed, seat, again)).toMatchObject([{ outcome: 'applied' }]);
});
