import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { QUIET_PHONE, replayPhone } from '../../calls/fold-phone.ts';
import { RetentionScheduler } from '../../phone-host/alarms/retention-scheduler.ts';
import { pruneStarts } from '../../storage/vault/prune-starts.ts';
import { callStory } from '../helpers/call-story.ts';
import { MORNING, PASSPHRASE, Profile } from '../helpers/profile.ts';

vi.setConfig({ testTimeout: 60_000 });
const DAY_MS = 86_400_000;

let profile: Profile;
beforeEach(() => {
  profile = new Profile();
});
afterEach(() => profile.quit());

it('deletes old notes that are stored elsewhere too, keeps the others, and waits for the end of a call', async () => {
  const stores = await profile.signedIn();
  const synced = await stores.notes.create({ kind: 'walk-in' }, { text: '已同步' });
  const unsent = await stores.notes.create({ kind: 'walk-in' }, { text: '没同步' });
  await stores.database.outbox.delete(['notes', synced]);
  profile.now = MORNING + 31 * DAY_MS;
  const story = callStory().callerRings('13900000001');
  const journal = { phone: replayPhone(story.journal()) };
  const scheduler = new RetentionScheduler({
    ...{ stores, journal, settings: { value: { keepNotesDays: 30 } }, now: () => profile.now },
  });
  await scheduler.deleteWhenIdle();
  expect(await stores.database.notes.count()).toBe(2);
  journal.phone = replayPhone(story.callerGivesUp().journal());
  await scheduler.deleteWhenIdle();
  expect(await stores.database.notes.toCollection().primaryKeys()).toEqual([unsent]);
});

it('goes on after a clock that was a year ahead is set right', async () => {
  const stores = await profile.signedIn();
  const scheduler = new RetentionScheduler({
    ...{ stores, journal: { phone: QUIET_PHONE }, now: () => profile.now },
    settings: { value: { keepNotesDays: 30 } },
  });
  profile.now = MORNING + 400 * DAY_MS;
  await scheduler.deleteWhenIdle();
  profile.now = MORNING;
  const synced = await stores.notes.create({ kind: 'walk-in' }, { text: '已同步' });
  await stores.database.outbox.delete(['notes', synced]);
  await scheduler.deleteWhenIdle();
  expect(await stores.database.notes.count()).toBe(1);
  profile.now = MORNING + 31 * DAY_MS;
  await scheduler.deleteWhenIdle();
  expect(await stores.database.notes.count()).toBe(0);
});

it('keeps everything for ever if the settings say so', async () => {
  const stores = await profile.signedIn();
  const id = await stores.notes.create({ kind: 'walk-in' });
  await stores.database.outbox.delete(['notes', id]);
  profile.now = MORNING + 4000 * DAY_MS;
  await new RetentionScheduler({
    ...{ stores, journal: { phone: QUIET_PHONE }, now: () => profile.now },
    settings: { value: { keepNotesDays: 0 } },
  }).deleteWhenIdle();
  expect(await stores.database.notes.count()).toBe(1);
});

it('deletes the keys of browser starts that nothing needs any more, and no others', async () => {
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
