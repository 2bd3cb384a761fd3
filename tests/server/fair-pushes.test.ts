import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTenant } from '../../server/database/tenant.ts';
import { LIMITS } from '../../server/http/rate-limit.ts';
import { FairQueue } from '../../server/limits/fair-queue.ts';
import { lockCounter } from '../../server/sync/store-changes.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { orderOpened } from '../helpers/server/sync-story.ts';

/** A task that ends when it is asked to. */
function openTask(name: string, begun: string[]) {
  let end = () => {};
  const isOver = new Promise<void>((resolve) => {
    end = resolve;
  });
  const task = async () => {
    begun.push(name);
    await isOver;
    return name;
  };
  return { task, end };
}

describe('the queue of a team', () => {
  test('serves one task at a time, and the devices in turn', async () => {
    const queue = new FairQueue({ waitingEach: 10, waitMs: 60_000 });
    const begun: string[] = [];
    const first = openTask('a1', begun);
    const served = [queue.run('team', 'a', first.task)];
    for (const [device, name] of [
      ...[2, 3, 4, 5].map((nth) => ['a', `a${nth}`] as const),
      ['b', 'b1'],
      ['c', 'c1'],
      ['b', 'b2'],
    ] as const) {
      served.push(queue.run('team', device, openEnded(name, begun)));
    }
    await queue.run('another team', 'x', openEnded('x1', begun));
    expect(begun).toEqual(['a1', 'x1']);
    first.end();
    expect((await Promise.all(served)).every(({ ok }) => ok)).toBe(true);
    expect(begun).toEqual(['a1', 'x1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4', 'a5']);
  });

  test('goes on after a task that fails', async () => {
    const queue = new FairQueue({ waitingEach: 10, waitMs: 60_000 });
    const begun: string[] = [];
    const failing = queue.run('team', 'a', () => Promise.reject(new Error('no')));
    const next = queue.run('team', 'b', openEnded('b1', begun));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toEqual({ ok: true, value: 'b1' });
  });

  test('refuses a device that has enough waiting, and nobody waits for ever', async () => {
    const queue = new FairQueue({ waitingEach: 2, waitMs: 50 });
    const begun: string[] = [];
    const first = openTask('a1', begun);
    const running = queue.run('team', 'a', first.task);
    const waiting = [2, 3, 4].map((nth) => queue.run('team', 'a', openEnded(`a${nth}`, begun)));
    expect(await waiting[2]).toEqual({ ok: false, reason: 'full' });
    expect(await waiting[0]).toEqual({ ok: false, reason: 'late' });
    expect(await waiting[1]).toEqual({ ok: false, reason: 'late' });
    const last = queue.run('team', 'b', openEnded('b1', begun));
    first.end();
    await Promise.all([running, last]);
    expect(begun).toEqual(['a1', 'b1']);
  });
});

const openEnded = (name: string, begun: string[]) => async () => {
  begun.push(name);
  return name;
};

describe('pushes of one team', () => {
  let bed: ServerBed;
  let busy: Seat;
  let colleague: Seat;
  beforeAll(async () => {
    bed = await serverBed();
    const admin = await bed.organisation();
    [busy, colleague] = [await bed.seat('agent', admin), await bed.seat('agent', admin)];
  });
  afterAll(async () => await bed.close());

  test('a colleague’s push comes before the second one that a busy device has waiting', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let isLocked = () => {};
    const locked = new Promise<void>((resolve) => {
      isLocked = resolve;
    });
    const holding = inTenant(bed.db, busy, async (tx) => {
      await lockCounter(tx, busy);
      isLocked();
      await held;
    });
    await locked;
    const send = (seat: Seat) => {
      const event = orderOpened(seat.number, bed.clock.now);
      const pushed = bed.ask(seat, 'POST', '/v1/sync/push', { items: [{ type: 'team', event }] });
      return { id: event.id, pushed };
    };
    // One is being served and the others wait: whichever comes last is one too many.
    const ofBusy = Array.from({ length: LIMITS.waitingPushes + 2 }, () => send(busy));
    expect(await Promise.race(ofBusy.map(({ pushed }) => pushed))).toMatchObject({
      status: 429,
      body: { detail: 'pushes' },
    });
    const ofColleague = send(colleague);
    await bed.ask(colleague, 'GET', '/v1/me');
    letGo();
    await Promise.all([holding, ofColleague.pushed, ...ofBusy.map(({ pushed }) => pushed)]);
    const rows = await inTenant(bed.db, busy, (tx) =>
      tx.selectFrom('records').select('id').where('kind', '=', 'event').orderBy('seq').execute(),
    );
    const order = rows.map(({ id }) => id);
    expect(order).toHaveLength(LIMITS.waitingPushes + 2);
    expect(order.indexOf(ofColleague.id)).toBeLessThanOrEqual(2);
  });
});
