import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RetentionScheduler } from '../../phone-host/alarms/retention-scheduler.ts';
import { pruneStarts } from '../../storage/vault/prune-starts.ts';
import { MORNING, PASSPHRASE, Profile } from '../helpers/profile.ts';

vi.setConfig({ testTimeout: 60_000 });
const DAY_MS = 86_400_000;

let profile: Profile;
beforeEach(() => {
  profile = new Profile();
});
afterEach(() => profile.quit());

it('deletes what is too old and saved, keeps what is saved nowhere, and waits for the end of a call', async () => {
  const stores = await profile.signedIn();
  const synced = await stores.notes.create({ kind: 'walk-in' }, { text: '已同步' });
  const unsent = await stores.notes.create({ kind: 'walk-in' }, { text: '没同步' });
  await stores.database.outbox.delete(['notes', synced]);
  profile.now = MORNING + 31 * DAY_MS;
  let busy = true;
  const scheduler = new RetentionScheduler({
    ...{ stores, keepNotesDays: () => 30, isBusy: () => busy, now: () => profile.now },
  });
  await scheduler.whenQuiet();
  expect(await stores.database.notes.count()).toBe(2);
  busy = false;
  await scheduler.whenQuiet();
  expect(await stores.database.notes.toCollection().primaryKeys()).toEqual([unsent]);
});

it('keeps everything for ever if the floor says so', async () => {
  const stores = await profile.signedIn();
  const id = await stores.notes.create({ kind: 'walk-in' });
  await stores.database.outbox.delete(['notes', id]);
  profile.now = MORNING + 4000 * DAY_MS;
  const ports = { stores, keepNotesDays: () => 0, isBusy: () => false, now: () => profile.now };
  await new RetentionScheduler(ports).whenQuiet();
  expect(await stores.database.notes.count()).toBe(1);
});

it('throws away keys of starts that nothing needs any more, and no others', async () => {
  await profile.signedIn();
  await profile.restart();
  const third = await profile.restart();
  const locked = await third.notes.create({ kind: 'walk-in' }, { text: '第三次' });
  const last = await profile.restart();
  await last.vault.unlock(PASSPHRASE);
  const { agent, startId } = await last.codec.writer();
  expect(await last.database.starts.count()).toBe(4);
  expect(await pruneStarts(last.database, agent, startId)).toBe(2);
  expect(await last.notes.read(locked)).toMatchObject({ ok: true, note: { text: '第三次' } });
  expect(await last.codec.readsEveryStart()).toBe(true);
  expect(await last.database.teamStarts.toCollection().primaryKeys()).toEqual([startId]);
});
