import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { type FaultProxy, faultProxy } from '../helpers/server/fault-proxy.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { type ServerWorld, serverWorld, type Victim } from '../helpers/server/server-world.ts';
import { SyncDevice } from '../helpers/server/sync-device.ts';
import { SyncModel, type SyncStep, syncStep, textsOf } from '../helpers/server/sync-model.ts';
import { times } from '../helpers/soak.ts';

/** `victim` is killed while the first request of the sync is on its way. */
type Step =
  | SyncStep
  | { readonly does: 'kill-in-sync'; readonly device: number; readonly victim: Victim }
  | { readonly does: 'lose-device'; readonly device: number };

const device = fc.nat(2);
const victim: fc.Arbitrary<Victim> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Victim>('server-one', 'server-two') },
  { weight: 3, arbitrary: fc.constant<Victim>('proxy') },
  { weight: 2, arbitrary: fc.constant<Victim>('database') },
  { weight: 1, arbitrary: fc.constant<Victim>('primary') },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 50, arbitrary: syncStep },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('kill-in-sync' as const), device, victim }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('lose-device' as const), device }) },
);

/** One schedule in which everything is killed once: it is always among those that run. */
const EVERYTHING: readonly Step[] = (
  ['server-one', 'proxy', 'server-two', 'database', 'primary', 'database'] as const
).flatMap((victim, at): readonly Step[] => [
  { does: 'order', device: at % 3 },
  { does: 'write', device: at % 3, call: 0, text: victim },
  { does: 'kill-in-sync', device: at % 3, victim },
  { does: 'sync', device: at % 3, faults: ['double', 'cut-after', 'late'] },
  ...(victim === 'primary' ? [{ does: 'lose-device' as const, device: 2 }] : []),
]);

/** `npm run soak` runs a thousand; SCHEDULES=200 that many, in either. */
const SCHEDULES = Number(process.env['SCHEDULES'] ?? times(5, 1_000));
/** Run beside each other: what one of them kills is missing for all. */
const TOGETHER = Math.min(8, SCHEDULES);
/** Repeats a failing run: both are printed with it. */
const SEED = Number(process.env['SCHEDULE_SEED'] ?? crypto.getRandomValues(new Int32Array(1))[0]);
const PATH = process.env['SCHEDULE_PATH'];

/** On a quiet machine it takes a third of this: a killed server needs seconds to start again. */
const LIMIT_MS = 180_000 + SCHEDULES * 6_000;

describeWith(['haproxy', 'pg_lsclusters'], 'random sync schedules', () => {
  let world: ServerWorld;
  let bed: ServerBed;
  let admin: Seat;
  let finished = 0;

  beforeAll(async () => {
    world = await serverWorld();
    bed = await serverBed({}, world.url);
    bed.clock.now = Date.now();
    admin = await bed.organisation();
  }, 120_000);
  afterAll(async () => {
    await bed?.close();
    await world?.close();
  }, 60_000);

  /** People at three devices, with a bad network of their own. */
  interface Schedule {
    readonly model: SyncModel;
    readonly proxy: FaultProxy;
    readonly agent: Seat;
  }

  async function open(): Promise<Schedule> {
    // Every schedule has a team of its own, or each would pull what all before it wrote.
    const team = await bed.team(admin.org);
    const [agent, colleague] = [await bed.seat('agent', team), await bed.seat('agent', team)];
    const seats = [agent, await bed.device(agent), colleague];
    const proxy = await faultProxy(world.origin);
    const devices = await Promise.all(
      seats.map((seat) => SyncDevice.enrolled(seat, world.origin, proxy.origin)),
    );
    return { model: new SyncModel(devices, proxy, Date.now), proxy, agent };
  }

  /** What it had not sent is gone, and may or may not be at the server. */
  async function loseDevice({ model, proxy }: Schedule, index: number): Promise<void> {
    const lost = model.device(index);
    for (const { table, id } of await lost.stores.database.outbox.toArray()) {
      model.written.delete(id);
      model.deleted.delete(id);
      if (table === 'team') model.orders.delete(id);
    }
    lost.profile.quit();
    for (let attempt = 1; ; attempt += 1) {
      await world.whole();
      try {
        const seat = await bed.device(lost.seat);
        model.devices[index] = await SyncDevice.enrolled(seat, world.origin, proxy.origin);
        return;
      } catch (error) {
        // Another schedule has killed something meanwhile.
        if (attempt === 20) throw error;
      }
    }
  }

  async function apply(schedule: Schedule, step: Step): Promise<void> {
    const { model, proxy } = schedule;
    if (step.does === 'lose-device') return await loseDevice(schedule, step.device);
    if (step.does !== 'kill-in-sync') return await model.apply(step);
    let killing: Promise<void> | null = null;
    proxy.meddle(() => {
      killing ??= world.kill(step.victim);
      return null;
    });
    await model.device(step.device).sync();
    proxy.meddle(() => null);
    await (killing ?? world.kill(step.victim));
  }

  /** Nobody has lost anything, and the server alone has it all. */
  async function settle({ model, agent }: Schedule): Promise<void> {
    await model.heal();
    await model.check();
    const newest = await SyncDevice.enrolled(await bed.device(agent), world.origin);
    model.devices.push(newest);
    expect(await newest.sync()).toEqual({ ok: true });
    expect(textsOf(await newest.notes())).toEqual(textsOf(await model.device(0).notes()));
    await model.check();
  }

  async function runTogether(planned: readonly (readonly Step[])[]): Promise<void> {
    await world.whole();
    const opened = await Promise.all(planned.map(async (steps) => ({ steps, schedule: await open() })));
    try {
      await Promise.all(
        opened.map(async ({ steps, schedule }) => {
          for (const step of steps) await apply(schedule, step);
        }),
      );
      await world.whole();
      await Promise.all(opened.map(({ schedule }) => settle(schedule)));
      finished += planned.length;
    } finally {
      for (const { schedule } of opened) {
        await schedule.proxy.close();
        for (const one of schedule.model.devices) await one.profile.remove();
      }
    }
  }

  test(
    'drops, doubles, late requests, lost devices, kill −9 of server, proxy and database, promotions: 0 lost, 0 doubled',
    async () => {
      console.log(`Random schedules: SCHEDULE_SEED=${SEED}`);
      const schedule = fc.array(step, { minLength: 5, maxLength: 25 });
      const some = fc.array(schedule, { minLength: TOGETHER, maxLength: TOGETHER });
      const numRuns = 1 + Math.ceil(SCHEDULES / TOGETHER);
      await fc.assert(fc.asyncProperty(some, runTogether), {
        ...{ seed: SEED, numRuns, examples: [[[[...EVERYTHING]]]], endOnFailure: false },
        ...(PATH === undefined ? {} : { path: PATH }),
        // Shrinking ends with the time too, and reports the smallest schedule until then.
        ...{ interruptAfterTimeLimit: LIMIT_MS - 60_000, markInterruptAsFailure: true },
      });
      console.log(`${finished} schedules: 0 lost, 0 doubled`);
    },
    LIMIT_MS,
  );
});
