import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Fault, type FaultProxy, faultProxy } from '../helpers/server/fault-proxy.ts';
import { type Listening, listening } from '../helpers/server/listening.ts';
import { type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { SyncDevice } from '../helpers/server/sync-device.ts';
import { orderOpened } from '../helpers/server/sync-story.ts';
import { times } from '../helpers/soak.ts';

type Step =
  | { readonly does: 'write'; readonly device: number; readonly call: number; readonly text: string }
  | { readonly does: 'name'; readonly device: number; readonly call: number; readonly surname: string }
  | { readonly does: 'order'; readonly device: number }
  | { readonly does: 'delete'; readonly device: number; readonly call: number }
  | { readonly does: 'sync'; readonly device: number; readonly faults: readonly Fault[] }
  | { readonly does: 'late-requests-arrive' };

/** 0 and 1 are two browsers of one agent, 2 belongs to a colleague. */
const DEVICES = 3;
const device = fc.nat(DEVICES - 1);
const call = fc.nat(2);
const fault = fc.constantFrom<Fault>('none', 'cut-before', 'cut-after', 'double', 'late');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('write' as const),
      device,
      call,
      text: fc.string({ maxLength: 8 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('name' as const),
      device,
      call,
      surname: fc.string({ maxLength: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('order' as const), device }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('delete' as const), device, call }) },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('sync' as const),
      device,
      faults: fc.array(fault, { maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('late-requests-arrive' as const) }) },
);

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

/** The model: the effects of what people did, without network and revisions. */
class Model {
  readonly devices: readonly SyncDevice[];
  /** Every text that a field has ever shown as stored, by note. */
  readonly written = new Map<string, Set<string>>();
  readonly deleted = new Set<string>();
  readonly orders = new Set<string>();
  #calls = 0;

  constructor(devices: readonly SyncDevice[]) {
    this.devices = devices;
  }

  device(index: number): SyncDevice {
    const found = this.devices[index];
    if (found === undefined) throw new Error(`no device ${index}`);
    return found;
  }

  /** The browser that rings creates the note; the agent's other browser receives it by sync. */
  async noteOf(index: number, at: number): Promise<string> {
    const owner = this.device(index);
    const known = [...(await owner.notes()).keys()][at];
    if (known !== undefined) return known;
    this.#calls += 1;
    const number = `+8613900${String(this.#calls).padStart(6, '0')}`;
    return await owner.writesNote(`${owner.profile.name} ${this.#calls}`, {}, number);
  }

  async apply(step: Step): Promise<void> {
    switch (step.does) {
      case 'write':
      case 'name': {
        const id = await this.noteOf(step.device, step.call);
        const fields = step.does === 'write' ? { text: step.text } : { surname: step.surname };
        await this.device(step.device).types(id, fields);
        if (step.does === 'write') this.written.set(id, (this.written.get(id) ?? new Set()).add(step.text));
        else if (!this.written.has(id)) this.written.set(id, new Set());
        return;
      }
      case 'order': {
        const owner = this.device(step.device);
        const event = orderOpened(owner.seat.number, bed.clock.now);
        await owner.stores.team.append([event]);
        this.orders.add(event.id);
        return;
      }
      case 'delete': {
        const id = [...(await this.device(step.device).notes()).keys()][step.call];
        if (id === undefined) return;
        await this.device(step.device).deletesCallerOf(id);
        this.deleted.add(id);
        return;
      }
      case 'sync':
        proxy.plan(step.faults);
        await this.device(step.device).sync();
        proxy.plan([]);
        return;
      case 'late-requests-arrive':
        await proxy.flush();
    }
  }

  /** The network works again, and everybody syncs until every outbox is empty. */
  async heal(): Promise<void> {
    proxy.plan([]);
    await proxy.flush();
    for (let round = 0; round < 4; round += 1) {
      for (const one of this.devices) expect(await one.sync()).toEqual({ ok: true });
    }
    for (const one of this.devices) expect(await one.unsent()).toBe(0);
  }
}

test('whatever the network does, nothing is lost, nothing is doubled, and all agree in the end', async () => {
  const admin = await bed.organisation();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const agent = await bed.seat('agent', admin);
      const colleague = await bed.seat('agent', admin);
      const seats = [agent, await bed.device(agent), colleague];
      const devices = await Promise.all(
        seats.map((seat) => SyncDevice.enrolled(seat, server.origin, proxy.origin)),
      );
      const model = new Model(devices);
      try {
        for (const step of steps) await model.apply(step);
        await model.heal();
        const [first, second, third] = await Promise.all(devices.map((one) => one.notes()));
        expect(texts(second)).toEqual(texts(first));
        for (const [id, written] of model.written) {
          const here = (first?.has(id) ? first : third)?.get(id);
          if (model.deleted.has(id)) expect(here).toBeUndefined();
          else if (written.size > 0) expect([...written, '']).toContain(here?.text);
          else expect(here).toBeDefined();
        }
        for (const one of devices) {
          const ids = (await one.team()).map(({ id }) => id).filter((id) => model.orders.has(id));
          expect(new Set(ids)).toEqual(model.orders);
          expect(ids).toHaveLength(model.orders.size);
        }
      } finally {
        for (const one of devices) one.profile.quit();
      }
    }),
    { numRuns: times(8, 200), endOnFailure: false },
  );
}, 300_000);

function texts(notes: ReadonlyMap<string, { readonly text: string; readonly surname: string }> | undefined) {
  return [...(notes ?? [])].map(([id, { text, surname }]) => [id, text, surname]).sort();
}
