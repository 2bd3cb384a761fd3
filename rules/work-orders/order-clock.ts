import type { Instant } from '../../calls/call-event.ts';

/**
 * What a clock counts: a stage, the time to return the order from a stage, a deadline of the whole
 * order, the promised answer, or the time to inform the caller of a changed promise.
 */
export type ClockOf =
  | { readonly kind: 'stage'; readonly stage: string }
  | { readonly kind: 'return'; readonly stage: string }
  | { readonly kind: 'deadline'; readonly deadline: string }
  | { readonly kind: 'answer' }
  | { readonly kind: 'inform-caller' };

/**
 * `met`: what it required was done. `passed-on`: it ran out and moved the order. `replaced`:
 * another clock counts instead (a new promise, a complaint that became major). `dropped`: the order
 * was closed or escalated first.
 */
export type ClockEnd = 'met' | 'passed-on' | 'replaced' | 'dropped';

export interface OrderClock {
  /** The same in every browser of the team. */
  readonly id: string;
  readonly of: ClockOf;
  readonly owner: string;
  readonly startedAt: Instant;
  readonly warnAt: Instant;
  readonly dueAt: Instant;
  /** Null while it runs. */
  readonly end: { readonly at: Instant; readonly how: ClockEnd } | null;
}

export type ClockReading =
  /** `warned`: it is about to end. */
  | { readonly state: 'running' | 'warned'; readonly leftMs: number }
  | { readonly state: 'over'; readonly overMs: number }
  | { readonly state: 'kept' | 'missed' | 'gone' };

export function readClock({ of, warnAt, dueAt, end }: OrderClock, now: Instant): ClockReading {
  if (end === null) {
    if (now >= dueAt) return { state: 'over', overMs: now - dueAt };
    return { state: now >= warnAt ? 'warned' : 'running', leftMs: dueAt - now };
  }
  // Only an order that was returned had to be returned in time.
  if (of.kind === 'return' && end.how !== 'met') return { state: 'gone' };
  if (end.at > dueAt || end.how === 'passed-on') return { state: 'missed' };
  return { state: end.how === 'met' ? 'kept' : 'gone' };
}

/** The id follows from what is counted and its start, so it is the same in every browser. */
export function makeClock(
  order: string,
  clock: Pick<OrderClock, 'of' | 'owner' | 'startedAt' | 'dueAt'>,
  warnAt: Instant,
): OrderClock {
  const { of, startedAt } = clock;
  return {
    id: `${order}/${nameOf(of)}/${startedAt}`,
    ...clock,
    warnAt: Math.max(startedAt, warnAt),
    end: null,
  };
}

export function isSame(one: ClockOf, other: ClockOf): boolean {
  return nameOf(one) === nameOf(other);
}

/** The running clocks, the one that ends first at the front. */
export function runningClocks(clocks: readonly OrderClock[]): readonly OrderClock[] {
  return clocks.filter(({ end }) => end === null).sort((one, other) => one.dueAt - other.dueAt);
}

/** As it is part of a clock's id. */
export function nameOf(of: ClockOf): string {
  if (of.kind === 'stage' || of.kind === 'return') return `${of.kind}.${of.stage}`;
  return of.kind === 'deadline' ? `deadline.${of.deadline}` : of.kind;
}
