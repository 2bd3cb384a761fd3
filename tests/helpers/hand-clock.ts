import type { Clock } from '../../calls/sources/clock.ts';

export interface HandClock extends Clock {
  /** Advances the time; due timers run in order, each at its own moment. */
  pass(ms: number): void;
  /**
   * Advances the time while timers are stopped, as in a machine that sleeps; they run at the end.
   */
  sleep(ms: number): void;
}

/** A clock that only moves when a test says so. */
export function handClock(start = 1_000_000): HandClock {
  let now = start;
  let tasks: { readonly due: number; readonly run: () => void }[] = [];
  const runUntil = (end: number, clock: (due: number) => void) => {
    for (;;) {
      const next = tasks.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
      if (next === undefined) return;
      tasks = tasks.filter((task) => task !== next);
      clock(next.due);
      next.run();
    }
  };
  return {
    now: () => now,
    after(ms, run) {
      const task = { due: now + ms, run };
      tasks.push(task);
      return () => {
        tasks = tasks.filter((other) => other !== task);
      };
    },
    pass(ms) {
      const end = now + ms;
      runUntil(end, (due) => {
        now = due;
      });
      now = end;
    },
    sleep(ms) {
      now += ms;
      runUntil(now, () => {});
    },
  };
}
