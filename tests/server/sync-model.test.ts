import * as fc from 'fast-check';
import { afterAll, beforeAll, test } from 'vitest';
import { type FaultProxy, faultProxy } from '../helpers/server/fault-proxy.ts';
import { type Listening, listening } from '../helpers/server/listening.ts';
import { type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { SyncDevice } from '../helpers/server/sync-device.ts';
import { SyncModel, syncStep } from '../helpers/server/sync-model.ts';
import { times } from '../helpers/soak.ts';

let bed: ServerBed;
let server: Listening;
let proxy: FaultProxy;

beforeAll(async () => {
  bed = await serverBed();
  server = await listening(bed);
  proxy = await faultProxy(server.origin);
});
afterAll(async () => {
  await proxy.close();
  await server.close();
  await bed.close();
});

test('whatever the network does, nothing is lost, nothing is doubled, and all agree in the end', async () => {
  const admin = await bed.organisation();
  await fc.assert(
    fc.asyncProperty(fc.array(syncStep, { minLength: 5, maxLength: 40 }), async (steps) => {
      const agent = await bed.seat('agent', admin);
      const colleague = await bed.seat('agent', admin);
      const seats = [agent, await bed.device(agent), colleague];
      const devices = await Promise.all(
        seats.map((seat) => SyncDevice.enrolled(seat, server.origin, proxy.origin)),
      );
      const model = new SyncModel(devices, proxy, () => bed.clock.now);
      try {
        for (const step of steps) await model.apply(step);
        await model.heal();
        await model.check();
      } finally {
        for (const one of devices) one.profile.quit();
      }
    }),
    { numRuns: times(8, 200), endOnFailure: false },
  );
}, 300_000);
