import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NoteFacts, NoteFields } from '../../contract/note/note.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, push } from '../helpers/server/sync-story.ts';

let bed: ServerBed;
let lead: Seat;
let agent: Seat;
let colleague: Seat;
beforeAll(async () => {
  bed = await serverBed();
  lead = await bed.organisation();
  [agent, colleague] = [await bed.seat('agent', lead), await bed.seat('agent', lead)];
});
afterAll(async () => await bed.close());

const MINUTE = 60_000;
let numbers = 0;
function newNumber(): string {
  numbers += 1;
  return `+86139000${String(50_000 + numbers)}`;
}

async function ask(seat: Seat, number: string, call = 'live') {
  return await bed.ask(seat, 'POST', '/v1/contacts', { number, call });
}

/** Of a number of a live call, on a device of its own: each device has its own rate. */
async function contactsOf(number: string, call?: string) {
  const { status, body } = await ask(await bed.device(agent), number, call);
  expect(status).toBe(200);
  return body;
}

interface Noted {
  readonly fields?: Partial<NoteFields>;
  readonly end?: NoteFacts['end'];
  readonly ago?: number;
}

/** A contact of a seat with a number; with `end`, its call is over. */
async function noted(seat: Seat, number: string, { fields = {}, end, ago = 10 * MINUTE }: Noted = {}) {
  const at = bed.clock.now - ago;
  const note = noteOf(crypto.randomUUID(), at, fields, number);
  await push(bed, seat, noteItem(note));
  if (end === undefined) return note;
  const waits = { count: 0, totalMs: 0 };
  const facts = {
    ...{ rings: 2, queuedMs: null, answeredAt: null, endedAt: at + 1, end, holds: waits, mutes: waits },
    ...{ situations: [], steps: [], forcedHangUps: 0 },
  };
  await push(bed, seat, { type: 'facts', id: note.id, revision: 1, facts });
  return note;
}

test("a colleague's contact is known by date, category, outcome and agent number, and by no word", async () => {
  const number = newNumber();
  const typed = {
    text: '冰箱不制冷',
    surname: '王',
    tags: ['冰箱'],
    details: { 'requested-remedy': '退货' },
  };
  const { createdAt } = await noted(colleague, number, {
    fields: { ...typed, category: 'complaint', settled: false },
    end: { how: 'hung-up', by: 'agent' },
  });
  const body = await contactsOf(number);
  expect(body).toEqual({
    contacts: [{ at: createdAt, category: 'complaint', outcome: 'unsettled', by: colleague.number }],
  });
  expect(JSON.stringify(body)).not.toMatch(/冰箱|王|退货|139000/);
});

test('the number is found in every spelling, and where the caller asked to be reached', async () => {
  const number = newNumber();
  const mobile = newNumber();
  await noted(colleague, number, { fields: { contactNumber: mobile } });
  for (const spelling of [number, number.replace('+86', '0'), mobile]) {
    expect(await contactsOf(spelling)).toMatchObject({ contacts: [{ by: colleague.number }] });
  }
});

test('the last five, newest first, of everybody in the team', async () => {
  const number = newNumber();
  for (const hours of [6, 1, 5, 3, 2, 4]) {
    await noted(hours % 2 === 0 ? agent : colleague, number, { ago: hours * 60 * MINUTE });
  }
  const by = [colleague, agent, colleague, agent, colleague].map((seat) => seat.number);
  const { now } = bed.clock;
  expect(await contactsOf(number)).toMatchObject({
    contacts: by.map((one, hours) => ({ by: one, at: now - (hours + 1) * 60 * MINUTE })),
  });
});

test('the call itself is no contact, nor are its rings at other phones', async () => {
  const number = newNumber();
  const own = await noted(agent, number);
  const call = own.contact.kind === 'call' ? own.contact.call : '';
  await noted(colleague, number, { ago: 2_000 });
  await noted(colleague, number, { end: { how: 'answered-elsewhere' } });
  await noted(colleague, number, { end: { how: 'turned-away', sipStatus: 480 } });
  expect(await contactsOf(number, call)).toEqual({ contacts: [] });
  await noted(colleague, number, { end: { how: 'given-up' } });
  expect(await contactsOf(number, call)).toMatchObject({ contacts: [{ outcome: 'missed' }] });
});

test('the contacts of another team or organisation are none', async () => {
  const number = newNumber();
  await noted(await bed.seat('agent', await bed.team(lead.org)), number);
  await noted(await bed.organisation(), number);
  expect(await contactsOf(number)).toEqual({ contacts: [] });
});

test('a deleted note and an erased number give nothing, and so does a withheld number', async () => {
  const [number, erased] = [newNumber(), newNumber()];
  const { id } = await noted(colleague, number);
  await push(bed, colleague, { type: 'gone', id });
  await noted(colleague, erased);
  const erasing = await bed.ask(lead, 'POST', `/v1/teams/${lead.team}/erasures`, { number: erased });
  expect(erasing.status).toBe(200);
  for (const one of [number, erased, 'anonymous', '']) {
    expect(await contactsOf(one)).toEqual({ contacts: [] });
  }
});

test('the audit log says who asked and when, and no number', async () => {
  const number = newNumber();
  const device = await bed.device(colleague);
  await noted(agent, number);
  bed.clock.now += MINUTE;
  await ask(device, number, `${number}@pbx.example`);
  const { body } = await bed.ask(lead, 'GET', `/v1/teams/${lead.team}/audit?group=numbers`);
  expect(body).toMatchObject({
    entries: expect.arrayContaining([
      expect.objectContaining({
        ...{ action: 'contacts-asked', member: colleague.member, at: bed.clock.now },
        detail: { device: device.device, contacts: 1 },
      }),
    ]),
  });
  expect(JSON.stringify(body)).not.toContain(number.slice(3));
});

test('a device asks for thirty numbers a minute', async () => {
  const device = await bed.device(agent);
  for (let asked = 0; asked < 30; asked += 1) {
    expect(await ask(device, newNumber())).toMatchObject({ status: 200 });
  }
  expect(await ask(device, newNumber())).toMatchObject({ status: 429, body: { reason: 'too-many' } });
  expect(await ask(await bed.device(agent), newNumber())).toMatchObject({ status: 200 });
});
