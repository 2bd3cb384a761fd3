import type { Instant } from '../call-event.ts';

/** The time for call sources. Tests use a clock of their own. */
export interface Clock {
  now(): Instant;
  /** For how long something lasts (`elapsedOf`), ms; the time of day where it is left out. */
  readonly elapsed?: () => number;
  /** Runs `task` once after `ms`; the returned function cancels it. */
  after(ms: number, task: () => void): () => void;
}

export const browserClock: Clock = {
  now: () => Date.now(),
  elapsed: () => (countsSleep() ? performance.now() : Date.now()),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

/** Time that passed since a fixed moment, the sleep of the computer included, ms. */
export function elapsedOf({ now, elapsed = now }: Pick<Clock, 'now' | 'elapsed'>): number {
  return elapsed();
}

/**
 * A clock that is set forward looks like a computer that slept, but for a timer that counts the
 * sleep. The browsers' does on Windows alone (MDN, Performance.now, "Ticking during sleep"):
 * elsewhere a long step of the clock must count as sleep.
 */
function countsSleep(): boolean {
  return typeof navigator !== 'undefined' && /^Win/.test(navigator.platform);
}
