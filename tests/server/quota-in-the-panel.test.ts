import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { SYNC_CHANNEL, type SyncMessage, type SyncState } from '../../contract/messages/sync-message.ts';
import { startParts, stopParts } from '../../phone-host/part.ts';
import { ServerClock } from '../../phone-host/server/server-clock.ts';
import { SyncScheduler } from '../../phone-host/server/sync-scheduler.ts';
import { QUOTAS } from '../../server/limits/quotas.ts';
import { browserGlobals } from '../helpers/browser-globals.ts';
import { type Listening, listening } from '../helpers/server/listening.ts';
import { type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { SyncDevice } from '../helpers/server/sync-device.ts';

let bed: ServerBed;
let server: Listening;
let channel: BroadcastChannel;
let states: SyncState[];
beforeAll(async () => {
  const notes = { ...QUOTAS.notes, device: { minute: 2, day: 1_000 } };
  bed = await serverBed({ limits: { quotas: { ...QUOTAS, notes } } });
  server = await listening(bed);
});
afterAll(async () => {
  await server.close();
  await bed.close();
});
browserGlobals();
beforeEach(() => {
  states = [];
  channel = new BroadcastChannel(SYNC_CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<SyncMessage>) => {
    if (data.kind === 'state') states.push(data.state);
  };
});
afterEach(() => {
  channel.close();
});

test('a device over its quota says until when it waits, keeps everything, and sends it then', async () => {
  const device = await SyncDevice.enrolled(await bed.seat('agent', await bed.organisation()), server.origin);
  for (const call of ['a', 'b', 'c']) await device.writesNote(call, { text: call });
  const { stores } = device;
  const now = () => 1_000_000;
  const scheduler = new SyncScheduler({ stores, serverClock: new ServerClock(), now, random: () => 0.5 });
  const parts = [scheduler];
  await startParts(parts, new AbortController().signal);
  try {
    const count = await device.unsent();
    expect(count).toBeGreaterThan(2);
    await vi.waitFor(() => expect(states.at(-1)?.state).toBe('limited'), 10_000);
    expect(states.at(-1)).toEqual({ state: 'limited', until: 1_060_000, count });
    expect((await device.notes()).size).toBe(3);
    bed.clock.now += 60_000;
    expect(await device.unsent()).toBe(count);
  } finally {
    await stopParts(parts);
  }
});
