import type { Clock } from '../sources/clock.ts';
import { within } from './within.ts';

interface Watchdog {
  /** Longest time for one step, ms. */
  readonly limitMs: number;
  readonly clock: Pick<Clock, 'after'>;
}

/**
 * A step of the queue. The signal aborts when the step is abandoned: it may change nothing more.
 */
export type Step<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Runs steps one after another, in the order in which they were added. A step that exceeds the
 * limit is abandoned, and the next one runs: a promise that never settles must not stop the queue.
 */
export class WatchedQueue {
  readonly #watchdog: Watchdog;
  #last: Promise<unknown> = Promise.resolve();

  constructor(watchdog: Watchdog) {
    this.#watchdog = watchdog;
  }

  /** Resolves or rejects as `step` does, or resolves to `abandoned()`. */
  run<T>(step: Step<T>, abandoned: () => T): Promise<T> {
    const result = this.#last.then(() => this.#watch(step, abandoned));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #watch<T>(step: Step<T>, abandoned: () => T): Promise<T> {
    const controller = new AbortController();
    const { limitMs, clock } = this.#watchdog;
    const outcome = await within(limitMs, step(controller.signal), clock);
    if (outcome.inTime) return outcome.value;
    controller.abort();
    return abandoned();
  }
}
