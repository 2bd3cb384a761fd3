import type { Instant } from '../call-event.ts';

/** Time as the sources need it. Tests pass their own. */
export interface Clock {
  now(): Instant;
  /** Runs `task` once after `ms`; the returned function takes it back. */
  after(ms: number, task: () => void): () => void;
}

export const browserClock: Clock = {
  now: () => Date.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};
