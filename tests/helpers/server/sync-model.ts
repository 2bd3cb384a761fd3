import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { Fault, FaultProxy } from './fault-proxy.ts';
import type { SyncDevice } from './sync-device.ts';
import { orderOpened } from './sync-story.ts';

export type SyncStep =
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

export const syncStep: fc.Arbitrary<SyncStep> = fc.oneof(
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

/** The model: the effects of what people did, without network and revisions. */
export class SyncModel {
  readonly devices: SyncDevice[];
  /** Every text that a field has ever shown as stored, by note. */
  readonly written = new Map<string, Set<string>>();
  readonly deleted = new Set<string>();
  readonly orders = new Set<string>();
  readonly #proxy: FaultProxy;
  readonly #now: () => number;
  #calls = 0;

  constructor(devices: readonly SyncDevice[], proxy: FaultProxy, now: () => number) {
    this.devices = [...devices];
    this.#proxy = proxy;
    this.#now = now;
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

  async apply(step: SyncStep): Promise<void> {
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
        const event = orderOpened(owner.seat.number, this.#now());
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
        this.#proxy.plan(step.faults);
        await this.device(step.device).sync();
        this.#proxy.plan([]);
        return;
      case 'late-requests-arrive':
        await this.#proxy.flush();
    }
  }

  /** The network works again, and everybody syncs until every outbox is empty. */
  async heal(): Promise<void> {
    this.#proxy.plan([]);
    await this.#proxy.flush();
    for (let round = 0; round < 4; round += 1) {
      for (const one of this.devices) expect(await one.sync()).toEqual({ ok: true });
    }
    for (const one of this.devices) expect(await one.unsent()).toBe(0);
  }

  /** Nothing is lost, nothing is doubled, and all agree. */
  async check(): Promise<void> {
    const [first, second, third] = await Promise.all(this.devices.map((one) => one.notes()));
    expect(textsOf(second)).toEqual(textsOf(first));
    for (const [id, written] of this.written) {
      const here = (first?.has(id) ? first : third)?.get(id);
      if (this.deleted.has(id)) expect(here).toBeUndefined();
      else if (written.size > 0) expect([...written, '']).toContain(here?.text);
      else expect(here).toBeDefined();
    }
    for (const one of this.devices) {
      const ids = (await one.team()).map(({ id }) => id).filter((id) => this.orders.has(id));
      expect(new Set(ids)).toEqual(this.orders);
      expect(ids).toHaveLength(this.orders.size);
    }
  }
}

/** What people see of notes; revisions differ by device. */
export function textsOf(
  notes: ReadonlyMap<string, { readonly text: string; readonly surname: string }> | undefined,
) {
  return [...(notes ?? [])].map(([id, { text, surname }]) => [id, text, surname]).sort();
}
