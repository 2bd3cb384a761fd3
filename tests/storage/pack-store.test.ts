import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Stores } from '../../storage/open-stores.ts';
import { MOST_PAST, type StoredRelease } from '../../storage/packs/pack-store.ts';
import { MORNING, Profile } from '../helpers/profile.ts';
import { DAY_MS } from '../helpers/release-signer.ts';
import { smallPack } from '../helpers/small-pack.ts';

const TEAM = 'team-1';
const pack = smallPack();

let profile: Profile;
let stores: Stores;
/** Digests of the rows that were read. */
let read: string[] = [];
beforeEach(async () => {
  profile = new Profile();
  stores = await profile.page();
  stores.database.packReleases.hook('reading', (row) => {
    read.push(row.digest);
    return row;
  });
});
afterEach(() => {
  profile.quit();
  read = [];
});

const row = (digest: string, status: StoredRelease['status'], since: number): StoredRelease => ({
  ...{ digest, team: TEAM, bytes: new Uint8Array(), pack, status, since, readAt: null },
});

/** One release a day before these, the newest first. */
async function history(days: number) {
  const past = Array.from({ length: days }, (_, day) => row(`past-${day}`, 'past', MORNING - day * DAY_MS));
  await stores.database.packReleases.bulkPut([
    ...past,
    row('now', 'in-use', MORNING),
    row('next', 'waiting', MORNING),
    { ...row('elsewhere', 'in-use', MORNING), team: 'team-2' },
  ]);
}

test('the live releases are read without those of earlier months', async () => {
  await history(100);
  const live = await stores.packs.live(TEAM);
  expect(live.map(({ digest }) => digest)).toEqual(['now', 'next']);
  expect(read).toHaveLength(2);
});

test('a release comes into use, and the history is not read for it', async () => {
  await history(100);
  await stores.packs.use(TEAM, 'next', [], MORNING + 1);
  expect(read).toHaveLength(2);
  const status = async (digest: string) => (await stores.database.packReleases.get(digest))?.status;
  expect([await status('next'), await status('now')]).toEqual(['in-use', 'past']);
});

test('what was replaced more than 120 days ago is deleted, unread', async () => {
  await history(130);
  await stores.packs.expire(MORNING);
  expect(read).toEqual([]);
  const kept = (await stores.packs.all(TEAM)).map(({ digest }) => digest);
  expect(kept).toHaveLength(123);
  expect(kept).not.toContain('past-121');
});

test(`a team that publishes many times a day keeps the last ${MOST_PAST}`, async () => {
  const past = Array.from({ length: MOST_PAST + 5 }, (_, at) => row(`past-${at}`, 'past', MORNING + at));
  await stores.database.packReleases.bulkPut([...past, row('now', 'in-use', MORNING)]);
  await stores.packs.use(TEAM, 'now', [], MORNING + 1_000);
  const kept = (await stores.packs.all(TEAM)).map(({ digest }) => digest);
  expect(kept).toHaveLength(MOST_PAST + 1);
  expect(kept).not.toContain('past-4');
  expect(kept).toContain('past-5');
});
