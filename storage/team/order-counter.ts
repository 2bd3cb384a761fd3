import type { Database } from '../database.ts';

/** Days of which the counter is kept: a clock that was set back by more is a wrong date. */
const MOST_DAYS = 400;

/**
 * How many orders a device opened on a day. In the database of this profile, so that two pages
 * never get the same number, and neither sync nor an erasure makes one free.
 */
export class OrderCounter {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The next number of the day, above `used`, which is known from the orders themselves. */
  async next(device: string, day: string, used: number): Promise<number> {
    const { orderCounters } = this.#database;
    return await this.#database.transaction('rw', orderCounters, async () => {
      const before = await orderCounters.get([device, day]);
      const count = Math.max(before?.count ?? 0, used) + 1;
      await orderCounters.put({ device, day, count });
      if (before === undefined) await this.#dropOldest(device);
      return count;
    });
  }

  async #dropOldest(device: string): Promise<void> {
    const { orderCounters } = this.#database;
    const days = orderCounters.where('device').equals(device);
    const keys = await days.primaryKeys();
    if (keys.length > MOST_DAYS) await orderCounters.bulkDelete(keys.slice(0, keys.length - MOST_DAYS));
  }
}
