import type { Instant } from '../../calls/call-event.ts';
import { runningClocks } from './order-clock.ts';
import { enterStage, makeMajor } from './order-moves.ts';
import type { OrderRules } from './order-rules.ts';
import type { WorkOrder } from './work-order.ts';

interface Turn {
  readonly at: Instant;
  readonly take: (order: WorkOrder) => WorkOrder;
}

/**
 * The order at `now`: what the passing of time alone has done to it by then. A clock that ran out may pass it on, a
 * department that is late or a third customer makes it major. Pure, and the same however often it is asked.
 */
export function orderAt(order: WorkOrder, now: Instant, rules: OrderRules): WorkOrder {
  let reached = order;
  for (;;) {
    const turn = nextTurn(reached, rules);
    if (turn === null || turn.at > now) return { ...reached, foldedTo: Math.max(reached.foldedTo, now) };
    reached = { ...turn.take(reached), foldedTo: Math.max(reached.foldedTo, turn.at) };
  }
}

/** When time alone next changes the order or the look of one of its clocks; null for never. */
export function nextOrderChange(order: WorkOrder, now: Instant, rules: OrderRules): Instant | null {
  if (order.standing.state !== 'open') return null;
  const moments = runningClocks(order.clocks).flatMap(({ warnAt, dueAt }) => [warnAt, dueAt]);
  const turn = nextTurn(order, rules);
  const ahead = [...moments, ...(turn === null ? [] : [turn.at])].filter((at) => at > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

function nextTurn(order: WorkOrder, rules: OrderRules): Turn | null {
  if (order.standing.state !== 'open') return null;
  const turns = [batchTurn(order, rules), lateTurn(order, rules)].filter((turn) => turn !== null);
  return turns.sort((one, other) => one.at - other.at)[0] ?? null;
}

function batchTurn(order: WorkOrder, rules: OrderRules): Turn | null {
  const { batchSince, major, kind, openedAt } = order;
  if (batchSince === null || major !== null || !kind.canBeMajor) return null;
  const at = Math.max(batchSince, openedAt);
  return { at, take: (now) => makeMajor(now, at, 'batch', rules) };
}

function lateTurn(order: WorkOrder, rules: OrderRules): Turn | null {
  const { stage, clocks, major, kind } = order;
  const over = stage.whenOver;
  const clock = runningClocks(clocks).find(({ of }) => of.kind === 'stage');
  if (over === undefined || clock === undefined) return null;
  const at = clock.dueAt;
  if (over.does === 'make-major') {
    if (major !== null || !kind.canBeMajor) return null;
    return { at, take: (now) => makeMajor(now, at, 'late-answer', rules) };
  }
  return {
    at,
    take: (now) => {
      const entry = { what: 'passed-on', at, stage: now.stage.id, to: over.to } as const;
      const moved = enterStage(now, over.to, at, rules, { starts: over.starts, how: 'passed-on' });
      return { ...moved, history: [...moved.history, entry] };
    },
  };
}
