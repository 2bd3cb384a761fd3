import { beforeEach, describe, expect, test } from 'vitest';
import { HostLifecycle, type HostPlace, RESTART_LIMITS } from '../../background/host-lifecycle.ts';
import type { HostFailure } from '../../contract/messages/background-request.ts';

/** A place whose hosts live, hang or fail to load as a test says. */
class Place implements HostPlace {
  made = 0;
  closed = 0;
  alive = true;
  there = false;
  loads = true;
  async exists() {
    return this.there;
  }
  async isAlive() {
    return this.alive;
  }
  async create() {
    if (this.there) throw new Error('Only a single offscreen document may be created.');
    this.made += 1;
    if (!this.loads) throw new Error('the document does not load');
    this.there = true;
    this.alive = true;
  }
  async close() {
    if (!this.there) throw new Error('No current offscreen document.');
    this.closed += 1;
    this.there = false;
  }
}

let place: Place;
let timers: { ms: number; task: () => void }[];
let outs: HostFailure[];
let lifecycle: HostLifecycle;

beforeEach(() => {
  place = new Place();
  timers = [];
  outs = [];
  lifecycle = new HostLifecycle({
    place,
    after: (ms, task) => {
      const timer = { ms, task };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    random: () => 0.999_999,
    onOut: (reason) => outs.push(reason),
  });
});

/** Lets the pause pass that is running, and waits for what it starts. */
async function pausePasses(): Promise<number> {
  const [timer] = timers.splice(0, 1);
  if (timer === undefined) throw new Error('no pause is running');
  timer.task();
  await lifecycle.ensure();
  return timer.ms;
}

describe('a phone host', () => {
  test('is made where there is none, and once however often it is asked for', async () => {
    await Promise.all([lifecycle.ensure(), lifecycle.ensure(), lifecycle.ensure()]);
    expect([place.made, place.closed]).toEqual([1, 0]);
    await lifecycle.ensure();
    expect(place.made).toBe(1);
  });

  test('that fails to start three times is closed each time, with growing pauses, and the fourth one runs', async () => {
    await lifecycle.ensure();
    const pauses: number[] = [];
    for (let failure = 0; failure < 3; failure += 1) {
      await lifecycle.startFailed('store');
      expect(place.there).toBe(false);
      pauses.push(await pausePasses());
    }
    lifecycle.started();
    expect(pauses).toEqual([1000, 2000, 4000]);
    expect([place.made, place.closed, place.there]).toEqual([4, 3, true]);
    expect(outs).toEqual(['store', 'store', 'store']);
  });

  test('is not made before the pause is over, whoever asks', async () => {
    await lifecycle.ensure();
    await lifecycle.startFailed('settings');
    await lifecycle.ensure();
    expect(place.made).toBe(1);
  });

  test('that never starts is tried again with pauses up to the longest', async () => {
    await lifecycle.ensure();
    let longest = 0;
    for (let failure = 0; failure < 12; failure += 1) {
      await lifecycle.startFailed('store');
      expect(timers).toHaveLength(1);
      longest = Math.max(longest, await pausePasses());
    }
    expect(longest).toBe(RESTART_LIMITS.longestMs);
  });

  test('that ran is followed by a short pause again', async () => {
    await lifecycle.ensure();
    for (let failure = 0; failure < 5; failure += 1) {
      await lifecycle.startFailed('store');
      await pausePasses();
    }
    lifecycle.started();
    await lifecycle.startFailed('store');
    expect(timers[0]?.ms).toBe(RESTART_LIMITS.firstMs);
  });

  test('whose document is there but proves no life is replaced', async () => {
    await lifecycle.ensure();
    place.alive = false;
    await lifecycle.ensure();
    expect([place.made, place.closed, place.alive]).toEqual([2, 1, true]);
    expect(outs).toEqual(['other']);
  });

  test('that cannot be made is tried again', async () => {
    place.loads = false;
    await lifecycle.ensure();
    expect(outs).toEqual(['other']);
    place.loads = true;
    await pausePasses();
    expect(place.there).toBe(true);
  });

  test('that has closed itself is made again all the same', async () => {
    await lifecycle.ensure();
    place.there = false;
    await lifecycle.startFailed('other');
    await pausePasses();
    expect([place.made, place.there]).toEqual([2, true]);
  });
});

describe('the button that restarts the phone', () => {
  test('closes a host that lives, and makes a new one', async () => {
    await lifecycle.ensure();
    await lifecycle.restart();
    expect([place.made, place.closed, place.there]).toEqual([2, 1, true]);
  });

  test('ends the pause, and the next failure waits the shortest time', async () => {
    await lifecycle.ensure();
    for (let failure = 0; failure < 4; failure += 1) {
      await lifecycle.startFailed('store');
      await pausePasses();
    }
    await lifecycle.startFailed('store');
    await lifecycle.restart();
    expect(place.there).toBe(true);
    expect(timers).toEqual([]);
    await lifecycle.startFailed('store');
    expect(timers[0]?.ms).toBe(RESTART_LIMITS.firstMs);
  });

  test('makes a host where there is none', async () => {
    await lifecycle.restart();
    expect([place.made, place.closed]).toEqual([1, 0]);
  });
});
