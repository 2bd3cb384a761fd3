import type { Instant } from '../../calls/call-event.ts';
import { runningClocks } from './order-clock.ts';
import { enterStage, lapseReturn, makeMajor } from './order-moves.ts';
import type { OrderRules } from './order-rules.ts';
import type { WorkOrder } from './work-order.ts';

interface TimedChange {
  readonly at: Instant;
  readonly apply: (order: WorkOrder) => WorkOrder;
}

/**
 * The order at `now`, with the effects of time: a clock that ran out may move it to another stage;
 * a late department or a third customer makes it major. Pure and idempotent.
 */
export function orderAt(order: WorkOrder, now: Instant, current: OrderRules): WorkOrder {
  const rules = order.judgedBy ?? current;
  let reached = order;
  for (;;) {
    const change = nextTimedChange(reached, rules);
    if (change === null || change.at > now) return { ...reached, foldedTo: Math.max(reached.foldedTo, now) };
    reached = { ...change.apply(reached), foldedTo: Math.max(reached.foldedTo, change.at) };
  }
}

/** When time alone next changes the order or the state of one of its clocks; null: never. */
export function nextOrderChange(order: WorkOrder, now: Instant, current: OrderRules): Instant | null {
  const rules = order.judgedBy ?? current;
  if (order.status.state !== 'open') return null;
  const moments = runningClocks(order.clocks).flatMap(({ warnAt, dueAt }) => [warnAt, dueAt]);
  const change = nextTimedChange(order, rules);
  const ahead = [...moments, ...(change === null ? [] : [change.at])].filter((at) => at > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

function nextTimedChange(order: WorkOrder, rules: OrderRules): TimedChange | null {
  if (order.status.state !== 'open') return null;
  const changes = [batchChange(order, rules), lapseChange(order), lateChange(order, rules)].filter(
    (change) => change !== null,
  );
  return changes.sort((one, other) => one.at - other.at)[0] ?? null;
}

function batchChange(order: WorkOrder, rules: OrderRules): TimedChange | null {
  const { batchSince, major, kind, openedAt } = order;
  if (batchSince === null || major !== null || !kind.canBeMajor) return null;
  const at = Math.max(batchSince, openedAt);
  return { at, apply: (now) => makeMajor(now, at, 'batch', rules) };
}

function lapseChange({ clocks }: WorkOrder): TimedChange | null {
  const clock = runningClocks(clocks).find(({ of }) => of.kind === 'return');
  return clock === undefined ? null : { at: clock.dueAt, apply: (order) => lapseReturn(order, clock.dueAt) };
}

function lateChange(order: WorkOrder, rules: OrderRules): TimedChange | null {
  const { stage, clocks, major, kind } = order;
  const over = stage.whenOver;
  const clock = runningClocks(clocks).find(({ of }) => of.kind === 'stage');
  if (over === undefined || clock === undefined) return null;
  const at = clock.dueAt;
  if (over.does === 'make-major') {
    if (major !== null || !kind.canBeMajor) return null;
    return { at, apply: (now) => makeMajor(now, at, 'late-answer', rules) };
  }
  if (hasMovedEnough(order, over.to)) return null;
  return {
    at,
    apply: (now) => {
      const entry = { what: 'passed-on', at, stage: now.stage.id, to: over.to } as const;
      const moved = enterStage(now, over.to, at, rules, { starts: over.starts, how: 'passed-on' });
      return { ...moved, history: [...moved.history, entry] };
    },
  };
}

/** A stage that is warned of again every day is warned of for a year. */
const MOST_REPEATS = 366;

/**
 * How often time alone moves an order is bounded by what people write about it. A pack whose stages
 * form a circle is refused (automatic-circles.ts); an older one must not fold without end, so each
 * stage is passed once at most after an event.
 */
function hasMovedEnough({ history, kind, stage }: WorkOrder, to: string): boolean {
  const last = history.findLastIndex(({ what }) => what === 'event');
  const moves = history.slice(last + 1).filter((entry) => entry.what === 'passed-on');
  const repeats = moves.filter((entry) => entry.stage === entry.to).length;
  if (to === stage.id) return repeats >= MOST_REPEATS;
  return moves.length - repeats >= kind.stages.length;
}
