import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WRITTEN_DIGITS } from '../../contract/numbers/written-digits.ts';
import { LOCAL_ORIGIN, type TeamEvent, type TeamFact, teamEvent } from '../../contract/team/team-event.ts';
import { complaintRecordSchema } from '../../contract/team/work-order-parts.ts';
import { inTenant } from '../../server/database/tenant.ts';
import { eraseKey } from '../../server/erasure/erase-number.ts';
import { hashingKey, keyOfForm } from '../../server/erasure/number-keys.ts';
import { withClient } from '../helpers/server/database.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, orderOpened, pullAll, push } from '../helpers/server/sync-story.ts';
import { harassed, planned } from '../helpers/team-story.ts';

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

const DIGITS = '13900005678';
const NAME = '欧阳清';
/** The ways in which people write it. */
const WAYS = [
  '+86 139 0000 5678',
  '0139-0000-5678',
  '008613900005678',
  '０１３９００００５６７８',
  '幺三九零零零零五六七八',
  '139，0000，5678',
];
let turn = 0;
/** A sentence of somebody else's record that names person and number. */
function mention(): string {
  turn += 1;
  return `${NAME}女士${WAYS[turn % WAYS.length]}找过`;
}

const OTHER = '+8613900001234';
const written = (subject: string, fact: TeamFact, by = agent.number): TeamEvent =>
  teamEvent(fact, subject, bed.clock.now, { ...LOCAL_ORIGIN, by });

/** Every kind of event with text, about another customer. */
function eventsThatMention(order: string, callBack: string, warning: string, notice: string) {
  const facts: readonly (readonly [string, TeamFact])[] = [
    [order, { type: 'work-order-remarked', remarks: mention() }],
    [order, { type: 'work-order-moved', to: 'department', remarks: mention(), onBehalfOf: null }],
    [order, { type: 'work-order-returned', remarks: mention(), onBehalfOf: null }],
    [order, { type: 'work-order-answered', accepted: true, remarks: mention() }],
    [order, { type: 'work-order-made-major', why: 'judged', remarks: mention() }],
    [order, { type: 'work-order-copied', to: mention() }],
    [
      order,
      {
        type: 'work-order-recorded',
        record: v.parse(complaintRecordSchema, { address: mention(), whatHappened: mention() }),
      },
    ],
    [
      order,
      {
        type: 'work-order-closed',
        outcome: 'settled',
        reason: mention(),
        reportedTo: [mention()],
        onBehalfOf: null,
      },
    ],
    [callBack, planned(bed.clock.now, { number: OTHER, matter: mention() })],
    [
      callBack,
      { type: 'call-back-tried', outcome: 'satisfied', remarks: mention(), nextAt: null, note: null },
    ],
    [callBack, { type: 'call-back-dropped', reason: mention() }],
    [warning, harassed(OTHER, bed.clock.now, { remarks: mention() })],
    [warning, { type: 'warning-struck-off', reason: mention() }],
    [notice, { type: 'notice-posted', text: mention() }],
  ];
  return facts.map(([subject, fact]) => written(subject, fact));
}

/** Every column of every table, a row each; digits are all that is left of `digits`. */
async function everyRow(): Promise<
  readonly { readonly table: string; readonly text: string; readonly digits: string }[]
> {
  return await withClient(bed.url, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const found = [];
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ text: string }>(
        `select row_to_json(t)::text as text from "${name}" t`,
      );
      for (const { text } of rows)
        found.push({
          table: name,
          text,
          digits: Array.from(text, (one) => WRITTEN_DIGITS.get(one) ?? '').join(''),
        });
    }
    return found;
  });
}

async function traces(): Promise<readonly string[]> {
  const rows = await everyRow();
  return rows
    .filter(({ text, digits }) => digits.includes(DIGITS) || text.includes(NAME))
    .map(({ table, text }) => `${table}: ${text.slice(0, 400)}`);
}

/** A team that knows the number in every way. Gives what belongs to other people. */
async function knowsNumber() {
  const { now } = bed.clock;
  const id = () => crypto.randomUUID();
  const mine = noteOf(id(), now, { surname: NAME, text: '要删' }, WAYS[0]);
  const alsoMine = noteOf(id(), now, { contactNumber: WAYS[3] ?? '', surname: NAME });
  const mentions = noteOf(id(), now, { text: mention(), tags: [DIGITS] }, OTHER);
  const mentioned = noteOf(id(), now, { text: mention() }, OTHER);
  const order = orderOpened(agent.number, now, id(), WAYS[1]);
  const attached = written(id(), planned(now, { number: OTHER, surname: NAME, order: order.subject }));
  const followed: TeamEvent = {
    ...orderOpened(agent.number, now, id(), OTHER),
    follows: order.subject,
  } as TeamEvent;
  const others = orderOpened(agent.number, now, id(), OTHER);
  const sheet = id();
  const signed = written(sheet, {
    ...{ type: 'handover-signed', name: '陈静', remarks: mention(), asked: mention() },
    lines: [
      { kind: 'order', of: order.subject, text: `${NAME}：冰箱不制冷`, dueAt: now },
      { kind: 'call-back', of: attached.subject, text: `回访 ${NAME}`, dueAt: null },
      { kind: 'follow-up', of: `call-${mine.id} call-back`, text: NAME, dueAt: null },
      { kind: 'order', of: others.subject, text: '别人的事', dueAt: now },
    ],
  });
  const dropped = written(id(), {
    ...{ type: 'follow-up-dropped', call: `call-${mine.id}`, what: 'note-fields', category: null },
    reason: `${NAME}不用了`,
  });
  const events = [
    dropped,
    ...[order, attached, followed, others],
    written(id(), harassed(WAYS[2] ?? '', now, { remarks: NAME })),
    written(sheet, { type: 'handover-written', remarks: mention(), asked: mention() }),
    signed,
    ...eventsThatMention(others.subject, id(), id(), id()),
  ];
  await push(bed, agent, ...[mine, alsoMine, mentions, mentioned].map((note) => noteItem(note)));
  // The newest revision does not name the number any more.
  await push(bed, agent, noteItem({ ...mentioned, text: '改过', updatedAt: now + 1 }, 2, 1));
  await push(bed, agent, ...events.map((event) => ({ type: 'team', event })));
  await push(bed, colleague, {
    type: 'team',
    event: written(sheet, { type: 'handover-accepted', name: '李明' }, colleague.number),
  });
  const originalTarget = { number: WAYS[0], displayName: NAME };
  const none = { count: 0, totalMs: 0 };
  const facts = {
    ...{
      rings: 1,
      queuedMs: null,
      answeredAt: now,
      endedAt: now,
      end: { how: 'lost' },
      holds: none,
      mutes: none,
    },
    ...{ situations: [], steps: [], forcedHangUps: 0, line: [], originalTarget },
  };
  await push(bed, agent, { type: 'facts', id: mentions.id, revision: 1, facts });
  const call = mine.contact.kind === 'call' ? mine.contact.call : '';
  const ask = async (seat: Seat, method: string, path: string, body?: unknown) => {
    const { status, body: answer } = await bed.ask(seat, method, path, body);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
  };
  const team = `/v1/teams/${lead.team}`;
  await ask(lead, 'POST', `${team}/notes/${mentions.id}/comments`, { text: mention() });
  await ask(lead, 'GET', `${team}/notes/${mine.id}/full`);
  await ask(lead, 'POST', `${team}/notes/export`, { from: 0, to: now + 1, full: true });
  const help = { why: 'abuse', summary: `${NAME} 骂人`, at: now } as const;
  await ask(agent, 'POST', '/v1/help', { ...help, id: id(), call });
  await ask(colleague, 'POST', '/v1/help', { ...help, id: id(), call: 'other', summary: mention() });
  const listed = { title: null, vip: true };
  const customers = [
    { ...listed, number: WAYS[2], surname: NAME, remarks: mention() },
    { ...listed, number: OTHER, surname: '王', remarks: mention() },
  ];
  await ask(lead, 'POST', `${team}/customers`, { customers });
  await ask(lead, 'POST', `${team}/messages`, { id: id(), to: agent.number, call, text: `${NAME}我来` });
  await ask(lead, 'POST', `${team}/messages`, { id: id(), to: agent.number, call: null, text: mention() });
  await ask(agent, 'POST', '/v1/presence/state', { state: 'in-call', since: now, call, situation: null });
  const withNumber = `${DIGITS}@pbx.example`;
  await ask(colleague, 'POST', '/v1/presence/state', {
    state: 'in-call',
    since: now,
    call: withNumber,
    situation: null,
  });
  const content = { situations: [{ say: mention() }] };
  await ask(lead, 'POST', `${team}/drafts/${id()}`, { revision: 0, name: '草稿', content });
  return { mentions, mentioned, others, signed, sheet };
}

test('no column of any table names an erased number or its person, and what others own stays', async () => {
  const { mentions, others, signed, sheet } = await knowsNumber();
  const tables = (await traces()).map((trace) => trace.split(':')[0]);
  const naming = [
    'customers',
    'records',
    'note_versions',
    'help_requests',
    'events',
    'presence_states',
    'pack_drafts',
  ];
  expect([...new Set(tables)].sort()).toEqual(naming.sort());
  const { cursor } = await pullAll(bed, agent);
  bed.clock.now += 60_000;
  const erased = await bed.ask(lead, 'POST', `/v1/teams/${lead.team}/erasures`, { number: '139 0000 5678' });
  // The order, the one that follows it, its call-back, the warning and the dropped follow-up.
  expect(erased).toMatchObject({ status: 200, body: { notes: 2, subjects: 5 } });
  expect(await traces()).toEqual([]);

  const { items } = await pullAll(bed, agent, cursor);
  const text = expect.stringMatching(/^█女士█找过$/);
  expect(items).toContainEqual(
    expect.objectContaining({
      type: 'note',
      id: mentions.id,
      note: expect.objectContaining({ text, tags: ['█'] }),
    }),
  );
  const events = items.flatMap((item) => (item.type === 'team' ? [item.event] : []));
  expect(events.find(({ id }) => id === signed.id)).toMatchObject({
    ...{ name: '陈静', remarks: text, redactedAt: bed.clock.now, receipt: expect.any(String) },
    lines: [{ text: '█' }, { text: '█' }, { text: '█' }, { text: '别人的事' }],
  });
  // A device that pulls everything gets them in the order in which they happened.
  const all = (await pullAll(bed, colleague)).items.flatMap((item) =>
    item.type === 'team' ? [item.event] : [],
  );
  const ofSheet = all.filter(({ subject }) => subject === sheet).sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
  expect(ofSheet.map(({ type }) => type)).toEqual([
    'handover-written',
    'handover-signed',
    'handover-accepted',
  ]);
  expect(all.some(({ id }) => id === others.id)).toBe(true);
  expect(all.filter(({ type }) => type === 'work-order-remarked')).toMatchObject([{ remarks: text }]);
});

test('what comes from an outbox later is deleted or redacted, and is no reproach to the device', async () => {
  const at = bed.clock.now - 1;
  const note = noteOf(crypto.randomUUID(), at, { text: `稍后 ${WAYS[3]}` }, OTHER);
  const [pushed] = await push(bed, colleague, noteItem(note));
  expect(pushed).toMatchObject({ outcome: 'merged' });
  expect(await push(bed, colleague, noteItem(note))).toEqual([pushed]);
  const remark = {
    ...written(crypto.randomUUID(), { type: 'notice-posted', text: `打 ${DIGITS}` }),
    at,
    by: colleague.number,
  };
  expect(await push(bed, colleague, { type: 'team', event: remark })).toMatchObject([{ outcome: 'applied' }]);
  expect(await push(bed, colleague, { type: 'team', event: remark })).toEqual([{ outcome: 'already' }]);
  expect(await traces()).toEqual([]);
  const { items } = await pullAll(bed, colleague);
  expect(items).toContainEqual(
    expect.objectContaining({ type: 'note', note: expect.objectContaining({ text: '稍后 █' }) }),
  );
  expect(items).toContainEqual(expect.objectContaining({ event: expect.objectContaining({ text: '打 █' }) }));
});

test('a call-back and a handover line that come for an erased order go too', async () => {
  const number = '+86 139 0000 4321';
  const order = orderOpened(agent.number, bed.clock.now, crypto.randomUUID(), number);
  await push(bed, agent, { type: 'team', event: order });
  bed.clock.now += 1;
  await bed.ask(lead, 'POST', `/v1/teams/${lead.team}/erasures`, { number });
  bed.clock.now += 1;
  const late = written(crypto.randomUUID(), planned(bed.clock.now, { number: OTHER, order: order.subject }));
  const sheet = written(crypto.randomUUID(), {
    ...{ type: 'handover-signed', name: '陈静', remarks: '', asked: '' },
    lines: [{ kind: 'order', of: order.subject, text: '赵先生的订单', dueAt: null }],
  });
  const results = await push(bed, agent, ...[late, sheet].map((event) => ({ type: 'team', event })));
  expect(results).toMatchObject([{ outcome: 'gone' }, { outcome: 'applied' }]);
  const { items } = await pullAll(bed, agent);
  const found = items.flatMap((item) =>
    item.type === 'team' && item.event.id === sheet.id ? [item.event] : [],
  );
  expect(found).toMatchObject([{ lines: [{ text: '█' }], redactedAt: bed.clock.now }]);
});

test('an erasure can be applied again from its keyed hash alone, as after a restore', async () => {
  const number = '+86 139 0000 6543';
  const own = noteOf(crypto.randomUUID(), bed.clock.now, {}, number);
  const other = noteOf(crypto.randomUUID(), bed.clock.now, { text: '零一三九零零零零六五四三' }, OTHER);
  await push(bed, agent, ...[own, other].map((note) => noteItem(note)));
  const hex = await withClient(bed.url, async (client) => {
    const { rows } = await client.query('select number_key from organisation_secrets where org = $1', [
      lead.org,
    ]);
    return String(rows[0].number_key);
  });
  const key = keyOfForm(hashingKey(hex), '13900006543');
  const where = { org: lead.org, team: lead.team, member: 'server' };
  await inTenant(bed.db, where, (tx) => eraseKey(tx, where, key, bed.clock.now));
  const rows = await everyRow();
  expect(rows.filter(({ digits }) => digits.includes('13900006543'))).toEqual([]);
});

test('a live request for help stays, without its text', async () => {
  const { rows } = await withClient(bed.url, (client) => client.query('select body from help_requests'));
  expect(rows.map(({ body }) => body.summary)).toEqual(['', '']);
});
