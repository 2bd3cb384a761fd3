import type { Instant } from '../call-event.ts';

/** The time for call sources. Tests use a clock of their own. */
export interface Clock {
  now(): Instant;
  /** Runs `task` once after `ms`; the returned function cancels it. */
  after(ms: number, task: () => void): () => void;
}

export const browserClock: Clock = {
  now: () => Date.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};
