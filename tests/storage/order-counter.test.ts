import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Stores } from '../../storage/open-stores.ts';
import { Profile } from '../helpers/profile.ts';

let profile: Profile;
let stores: Stores;
beforeEach(async () => {
  profile = new Profile();
  stores = await profile.signedIn();
});
afterEach(() => profile.quit());

it('two pages that open orders at once get different numbers', async () => {
  const other = await profile.page();
  const pages = [stores, other, stores, other, stores, other];
  const counts = await Promise.all(pages.map(({ orderCounter }) => orderCounter.next('d', '2026-11-30', 0)));
  expect(counts.toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
});

it('each day and each device counts for itself, also when the clock is set back', async () => {
  const next = (device: string, day: string) => stores.orderCounter.next(device, day, 0);
  expect(await next('d', '2026-11-30')).toBe(1);
  expect(await next('e', '2026-11-30')).toBe(1);
  expect(await next('d', '2026-12-01')).toBe(1);
  expect(await next('d', '2026-11-30')).toBe(2);
});

it('survives a restart, and goes on above the orders that are known', async () => {
  await stores.orderCounter.next('d', '2026-11-30', 0);
  const { orderCounter } = await profile.restart();
  expect(await orderCounter.next('d', '2026-11-30', 0)).toBe(2);
  expect(await orderCounter.next('d', '2026-11-30', 9)).toBe(10);
});

it('keeps the last four hundred days', async () => {
  for (let day = 0; day < 405; day += 1) await stores.orderCounter.next('d', String(10_000 + day), 0);
  expect(await stores.database.orderCounters.count()).toBe(400);
  expect(await stores.orderCounter.next('d', '10404', 0)).toBe(2);
});
