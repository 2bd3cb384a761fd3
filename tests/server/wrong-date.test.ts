import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startParts, stopParts } from '../../phone-host/part.ts';
import { ServerClock } from '../../phone-host/server/server-clock.ts';
import { SyncScheduler } from '../../phone-host/server/sync-scheduler.ts';
import { browserGlobals } from '../helpers/browser-globals.ts';
import { type Listening, listening } from '../helpers/server/listening.ts';
import { notesListed } from '../helpers/server/review-story.ts';
import { type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { SyncDevice } from '../helpers/server/sync-device.ts';

const HOUR = 3_600_000;
let bed: ServerBed;
let server: Listening;
beforeAll(async () => {
  bed = await serverBed();
  server = await listening(bed);
});
afterAll(async () => {
  await server.close();
  await bed.close();
});
browserGlobals();

test('a device 25 h fast: its first push is refused, and goes by itself once the distance is known', async () => {
  bed.clock.now = Date.now() - 25 * HOUR;
  const admin = await bed.organisation();
  const [lead, agent] = [await bed.seat('lead', admin), await bed.seat('agent', admin)];
  const device = await SyncDevice.enrolled(agent, server.origin);
  device.profile.now = Date.now();
  const id = await device.writesNote('call-1', { text: '冰箱不制冷' });
  await device.sync();
  expect(await device.stores.database.refusals.count()).toBe(1);
  const { stores } = device;
  const serverClock = new ServerClock();
  const scheduler = new SyncScheduler({ stores, serverClock, now: () => Date.now(), random: () => 1 });
  await startParts([scheduler], new AbortController().signal);
  try {
    await vi.waitFor(async () => expect(await device.unsent()).toBe(0), 20_000);
  } finally {
    await stopParts([scheduler]);
  }
  expect(await stores.database.refusals.count()).toBe(0);
  const [listed] = await notesListed(bed, lead);
  const ahead = (listed?.note.createdAt ?? Number.NaN) - bed.clock.now;
  expect(listed?.note.id).toBe(id);
  expect(Math.abs(ahead)).toBeLessThan(5_000);
  const read = await stores.notes.read(id);
  expect(read.ok && read.note.createdAt).toBe(device.profile.now);
});
