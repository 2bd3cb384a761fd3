import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliveriesSchema } from '../../contract/api/webhooks/webhook.ts';
import { deliver } from '../../server/webhooks/deliver.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { orderOpened, push } from '../helpers/server/sync-story.ts';
import { addWebhook } from '../helpers/server/webhook-bodies.ts';

let bed: ServerBed;
let status = 200;
beforeAll(async () => {
  bed = await serverBed();
});
afterAll(() => bed.close());

const DAY_MS = 86_400_000;
const sends = () =>
  deliver({
    ...{ db: bed.db, now: bed.ports.now, random: () => 1 },
    post: async () => ({ ok: true, status, answer: '' }),
  });

async function page(lead: Seat, before: string | null = null) {
  const query = before === null ? '' : `?before=${before}`;
  const answer = await bed.ask(lead, 'GET', `/v1/teams/${lead.team}/deliveries${query}`);
  expect(answer.status).toBe(200);
  return v.parse(deliveriesSchema, answer.body);
}

async function retry(lead: Seat) {
  const [one] = (await page(lead)).deliveries;
  const path = `/v1/teams/${lead.team}/webhooks/${one?.webhook}/deliveries/${one?.event}/retry`;
  return (await bed.ask(lead, 'POST', path, {})).status;
}

async function teamWithAnOrder() {
  const lead = await bed.seat('lead', await bed.organisation());
  await addWebhook(bed, lead);
  await push(bed, lead, { type: 'team', event: orderOpened(lead.number, bed.clock.now) });
  return lead;
}

test('what was given up is sent once more when a lead asks, with new attempts', async () => {
  const lead = await teamWithAnOrder();
  status = 500;
  for (let n = 0; n < 15; n += 1) {
    await sends();
    bed.clock.now += DAY_MS / 4;
  }
  expect((await page(lead)).deliveries).toMatchObject([{ state: 'failed', attempts: 14, status: 500 }]);
  expect(await retry(lead)).toBe(200);
  await sends();
  expect((await page(lead)).deliveries).toMatchObject([{ state: 'waiting', attempts: 1 }]);
  status = 200;
  // It waits now; the lead does not want to.
  expect(await retry(lead)).toBe(200);
  await sends();
  expect((await page(lead)).deliveries).toMatchObject([{ state: 'delivered', attempts: 2, nextAt: null }]);
  expect(await retry(lead)).toBe(409);
});

test('nothing of another team is sent once more', async () => {
  const lead = await teamWithAnOrder();
  const [one] = (await page(lead)).deliveries;
  const other = await bed.seat('lead', await bed.team(lead.org));
  const path = `/v1/teams/${other.team}/webhooks/${one?.webhook}/deliveries/${one?.event}/retry`;
  expect((await bed.ask(other, 'POST', path, {})).status).toBe(404);
});

test('the log comes page by page, newest first, each delivery once', async () => {
  const lead = await teamWithAnOrder();
  await addWebhook(bed, lead);
  for (let n = 0; n < 60; n += 1) {
    // Two webhooks and two events in each millisecond.
    if (n % 2 === 0) bed.clock.now += 1;
    await push(bed, lead, { type: 'team', event: orderOpened(lead.number, bed.clock.now) });
  }
  const first = await page(lead);
  const second = await page(lead, first.next);
  expect([first.deliveries.length, second.deliveries.length, second.next]).toEqual([100, 21, null]);
  const all = [...first.deliveries, ...second.deliveries];
  expect(new Set(all.map(({ webhook, event }) => `${webhook} ${event}`)).size).toBe(121);
  expect(all.map(({ madeAt }) => madeAt)).toEqual(all.map(({ madeAt }) => madeAt).sort((a, b) => b - a));
});
