import { afterEach, beforeEach, expect, test } from 'vitest';
import type { JournalEntry } from '../../../calls/journal-entry.ts';
import { loadTodaysJournal } from '../../../pages/session/load-todays-journal.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import { PASSPHRASE, Profile } from '../../helpers/profile.ts';

const HOUR_MS = 3_600_000;
let profile: Profile;
let stores: Stores;
let seq = 0;
beforeEach(async () => {
  profile = new Profile();
  stores = await profile.signedIn();
  seq = 0;
});
afterEach(() => profile.quit());

const happens = async (event: JournalEntry['event']) => {
  seq += 1;
  await stores.journal.append([{ seq, source: 'jssip', event }]);
};
/** A call at ten in the morning that the caller ended. */
async function aCall(call: string): Promise<void> {
  const at = profile.now;
  const remoteParty = { number: '+8613900001234', displayName: null };
  await happens({ type: 'ringing', call, at, remoteParty, queuedMs: null });
  await happens({ type: 'answered', call, at });
  await happens({ type: 'ended', call, at, end: { how: 'hung-up', by: 'remote-party' } });
}
const calls = async (from = stores) => {
  const entries = await loadTodaysJournal(from, 0, profile.now);
  return [...new Set(entries.flatMap(({ event }) => ('call' in event ? [event.call] : [])))];
};

test('after midnight: a wrap-up that was begun, and not one that was left alone or finished', async () => {
  for (const call of ['left', 'begun', 'finished']) await aCall(call);
  await happens({ type: 'wrap-up-begun', call: 'begun', at: profile.now });
  await happens({ type: 'wrap-up-begun', call: 'finished', at: profile.now });
  await happens({ type: 'wrap-up-finished', call: 'finished', at: profile.now });
  expect(await calls()).toEqual(['left', 'begun', 'finished']);
  profile.now += 15 * HOUR_MS;
  await aCall('today');
  expect(await calls()).toEqual(['begun', 'today']);
});

test('a browser that was restarted knows it once it is unlocked', async () => {
  await aCall('begun');
  await happens({ type: 'wrap-up-begun', call: 'begun', at: profile.now });
  const later = await profile.restart();
  profile.now += 15 * HOUR_MS;
  expect(await calls(later)).toEqual([]);
  await later.vault.unlock(PASSPHRASE);
  expect(await calls(later)).toEqual(['begun']);
});
