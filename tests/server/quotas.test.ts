import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LONGEST_RETRY_AFTER_MS } from '../../contract/api/retry-after.ts';
import { QUOTAS, type QuotaName, type Quotas } from '../../server/limits/quotas.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, orderOpened } from '../helpers/server/sync-story.ts';

/** Quotas of a handful; those that a test does not name stay as they are. */
function quotas(change: Partial<Quotas>): Quotas {
  return { ...QUOTAS, ...change };
}
const of = (minute: number, day: number) => ({ minute, day });
const ROOMY = of(1e9, 1e9);

let bed: ServerBed;
let lead: Seat;
let agent: Seat;
let colleague: Seat;
afterAll(async () => await bed.close());
beforeAll(async () => {
  bed = await serverBed({
    limits: {
      quotas: quotas({
        bytes: { device: of(20_000, 60_000), team: ROOMY },
        notes: { device: of(3, 5), team: ROOMY },
        events: { device: of(3, 5), team: of(4, 1_000) },
        'help-requests': { device: of(2, 100), team: ROOMY },
        messages: { device: of(2, 100), team: ROOMY },
        drafts: { device: of(1, 100), team: ROOMY },
        saves: { device: of(3, 100), team: ROOMY },
        receipts: { device: of(2, 100), team: ROOMY },
      }),
    },
  });
});
beforeEach(async () => {
  lead = await bed.organisation();
  agent = await bed.seat('agent', lead);
  colleague = await bed.seat('agent', lead);
});

const push = async (seat: Seat, ...items: readonly unknown[]) =>
  await bed.ask(seat, 'POST', '/v1/sync/push', { items });
const note = () => noteItem(noteOf(crypto.randomUUID(), bed.clock.now));
const event = (seat: Seat) => ({ type: 'team', event: orderOpened(seat.number, bed.clock.now) });

/** What is refused says which quota, and when to come back. */
function expectExhausted(
  { status, body, headers }: Awaited<ReturnType<ServerBed['ask']>>,
  quota: string,
  seconds: number,
) {
  expect({ status, body }).toEqual({ status: 429, body: { reason: 'too-many', detail: quota } });
  expect(Number(headers.get('retry-after'))).toBe(seconds);
}

test('notes: a device that sends too many waits, and a colleague does not', async () => {
  expect(await push(agent, note(), note(), note())).toMatchObject({ status: 200 });
  expectExhausted(await push(agent, note()), 'notes a minute of the device', 60);
  expect(await push(colleague, note())).toMatchObject({ status: 200 });
  expect(await push(agent, event(agent))).toMatchObject({ status: 200 });
  bed.clock.now += 60_000;
  expect(await push(agent, note(), note())).toMatchObject({ status: 200 });
  bed.clock.now += 60_000;
  // The day's quota: the wait that is asked for is capped.
  expectExhausted(await push(agent, note()), 'notes a day of the device', LONGEST_RETRY_AFTER_MS / 1_000);
  bed.clock.now += 86_400_000;
  expect(await push(agent, note())).toMatchObject({ status: 200 });
});

test('what is refused is not counted: less of it still gets through', async () => {
  expect(await push(agent, note(), note())).toMatchObject({ status: 200 });
  expectExhausted(await push(agent, note(), note()), 'notes a minute of the device', 60);
  expect(await push(agent, note())).toMatchObject({ status: 200 });
});

test('events: the team’s quota is for all its devices, and not for another team', async () => {
  expect(await push(agent, event(agent), event(agent), event(agent))).toMatchObject({ status: 200 });
  expect(await push(colleague, event(colleague))).toMatchObject({ status: 200 });
  expectExhausted(await push(colleague, event(colleague)), 'events a minute of the team', 60);
  const elsewhere = await bed.seat('agent', await bed.team(lead.org));
  expect(await push(elsewhere, event(elsewhere))).toMatchObject({ status: 200 });
});

test('bytes: counted as they come, whatever is in them, and nothing is read once they are used up', async () => {
  const text = ' '.repeat(9_000);
  const send = () => bed.ask(agent, 'POST', '/v1/sync/push', undefined, {}, `{"items":[]${text}}`);
  expect(await send()).toMatchObject({ status: 200 });
  expect(await send()).toMatchObject({ status: 200 });
  expectExhausted(await send(), 'bytes a minute of the device', 60);
  bed.clock.now += 59_000;
  expectExhausted(await send(), 'bytes a minute of the device', 1);
  bed.clock.now += 1_000;
  expect(await send()).toMatchObject({ status: 200 });
});

describe('every other request that stores something', () => {
  const help = () => ({ id: crypto.randomUUID(), call: 'c', why: 'abuse', summary: '', at: bed.clock.now });
  const draft = (id: string, revision: number) =>
    bed.ask(lead, 'POST', `/v1/teams/${lead.team}/drafts/${id}`, { revision, name: 'x', content: {} });

  test('calls for help', async () => {
    for (let nth = 0; nth < 2; nth += 1) {
      expect(await bed.ask(agent, 'POST', '/v1/help', help())).toMatchObject({ status: 200 });
    }
    expectExhausted(
      await bed.ask(agent, 'POST', '/v1/help', help()),
      'help-requests a minute of the device',
      60,
    );
  });

  test('messages and comments', async () => {
    const send = () =>
      bed.ask(lead, 'POST', `/v1/teams/${lead.team}/messages`, {
        ...{ id: crypto.randomUUID(), to: agent.number, call: null, text: '好' },
      });
    for (let nth = 0; nth < 2; nth += 1) expect(await send()).toMatchObject({ status: 200 });
    expectExhausted(await send(), 'messages a minute of the device', 60);
  });

  test('drafts, and saving one', async () => {
    expect(await draft('one', 0)).toMatchObject({ status: 200 });
    expectExhausted(await draft('two', 0), 'drafts a minute of the device', 60);
    expect(await draft('one', 1)).toMatchObject({ status: 200 });
    expect(await draft('one', 2)).toMatchObject({ status: 200 });
    expectExhausted(await draft('one', 3), 'saves a minute of the device', 60);
  });

  test('receipts of releases', async () => {
    const report = (sequence: number) =>
      bed.ask(agent, 'POST', '/v1/receipts', { status: 'waiting', sequence, since: 1 });
    for (const sequence of [1, 2]) expect(await report(sequence)).toMatchObject({ status: 200 });
    expectExhausted(await report(3), 'receipts a minute of the device', 60);
  });
});

test('the usual quotas leave room for a device that was away for weeks, and for a whole team', () => {
  const names = Object.keys(QUOTAS) as QuotaName[];
  for (const name of names) {
    const { device, team } = QUOTAS[name];
    expect(device.day).toBeGreaterThan(device.minute);
    expect(team.minute).toBeGreaterThan(device.minute);
    expect(team.day).toBeGreaterThan(device.day);
  }
  expect(QUOTAS.notes.device.minute).toBeGreaterThanOrEqual(5_000);
  expect(QUOTAS.notes.device.day).toBeGreaterThan(100_000);
});
