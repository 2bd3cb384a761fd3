import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startParts, stopParts } from '../../phone-host/part.ts';
import { ServerClock } from '../../phone-host/server/server-clock.ts';
import { SyncScheduler } from '../../phone-host/server/sync-scheduler.ts';
import { browserGlobals } from '../helpers/browser-globals.ts';
import { type Listening, listening } from '../helpers/server/listening.ts';
import { type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { SyncDevice } from '../helpers/server/sync-device.ts';

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
afterEach(() => {
  vi.restoreAllMocks();
});

test('news that come in the last step of a round are fetched by another one, at once', async () => {
  const { stores } = await SyncDevice.enrolled(
    await bed.seat('agent', await bed.organisation()),
    server.origin,
  );
  const fetched = vi.spyOn(globalThis, 'fetch');
  const pulls = () => fetched.mock.calls.filter(([url]) => String(url).includes('/sync/pull')).length;
  class ClockWithNews extends ServerClock {
    override get isMeasuring(): boolean {
      if (pulls() === 1) scheduler.syncNow();
      return false;
    }
  }
  const serverClock = new ClockWithNews();
  const scheduler = new SyncScheduler({ stores, serverClock, now: () => bed.clock.now, random: () => 1 });
  await startParts([scheduler], new AbortController().signal);
  try {
    await vi.waitFor(() => expect(pulls()).toBe(2), 10_000);
  } finally {
    await stopParts([scheduler]);
  }
});
