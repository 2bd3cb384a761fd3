import type { Instant } from '../../calls/call-event.ts';
import { USUAL_WARNING_MINUTES, type WorkOrderDeadline } from '../../contract/pack/work-order-kind.ts';
import { type ClockEnd, type ClockOf, isSame, makeClock, type OrderClock } from './order-clock.ts';
import type { OrderRules } from './order-rules.ts';
import { timeLimitEnd, warnMoment } from './time-limit-end.ts';
import type { MajorReason, WorkOrder } from './work-order.ts';

/**
 * Starts the clocks of the new stage, and the deadline that the move names unless it began before.
 * Ends the old stage's clocks.
 */
export function enterStage(
  order: WorkOrder,
  to: string,
  at: Instant,
  rules: OrderRules,
  {
    starts,
    how = 'met',
    returned = false,
  }: { readonly starts?: string | undefined; readonly how?: ClockEnd; readonly returned?: boolean } = {},
): WorkOrder {
  const stage = order.kind.stages.find(({ id }) => id === to);
  if (stage === undefined) return order;
  const left = endClocks(order, at, how, ({ kind }) => kind === 'stage');
  const settled = returned ? endReturned(left, at) : endClocks(left, at, 'dropped', isReturn);
  const moved = startReturnClock({ ...settled, stage, stageSince: at }, at, rules);
  const deadline = order.kind.deadlines.find(({ id }) => id === starts);
  const begun = deadline === undefined ? moved : startDeadlines(moved, [deadline], at, rules);
  if (stage.within === undefined) return begun;
  const { owner, within, warnBefore } = stage;
  const dueAt = timeLimitEnd(within, at, rules);
  const clock = { of: { kind: 'stage', stage: stage.id }, owner, startedAt: at, dueAt } as const;
  return startClock(begun, clock, warnMoment(within, dueAt, warnBefore, rules));
}

/** For a stage from which the order can only be returned in time (handbook §4.4). */
function startReturnClock(order: WorkOrder, at: Instant, rules: OrderRules): WorkOrder {
  const { id, owner, returns } = order.stage;
  if (returns?.clock !== true) return order;
  const dueAt = timeLimitEnd(returns.within, at, rules);
  const clock = { of: { kind: 'return', stage: id }, owner, startedAt: at, dueAt } as const;
  return startClock(order, clock, warnMoment(returns.within, dueAt, USUAL_WARNING_MINUTES, rules));
}

/** The order was returned, in time or after its time to be returned had passed. */
function endReturned(order: WorkOrder, at: Instant): WorkOrder {
  const last = order.clocks.findLast(({ of }) => isReturn(of));
  const clocks = order.clocks.map((clock) =>
    clock === last ? { ...clock, end: { at, how: 'met' as const } } : clock,
  );
  return { ...order, clocks };
}

/** The time to return the order is over: who has it goes on with it. */
export function lapseReturn(order: WorkOrder, at: Instant): WorkOrder {
  return endClocks(order, at, 'dropped', isReturn);
}

function isReturn({ kind }: ClockOf): boolean {
  return kind === 'return';
}

/** Applied once: a major complaint stays major. Its deadlines replace the ordinary ones. */
export function makeMajor(order: WorkOrder, at: Instant, why: MajorReason, rules: OrderRules): WorkOrder {
  if (order.major !== null || !order.kind.canBeMajor) return order;
  const { deadlines } = order.kind;
  const ordinary = new Set(deadlines.filter(({ runsFor }) => runsFor === 'ordinary').map(({ id }) => id));
  const freed = endClocks(order, at, 'replaced', (of) => of.kind === 'deadline' && ordinary.has(of.deadline));
  const begin = deadlines.filter(({ from, runsFor }) => from === 'opened' && runsFor === 'major');
  return {
    ...startDeadlines(freed, begin, at, rules),
    major: { since: at, why },
    history: [...order.history, { what: 'major', at, why }],
  };
}

/** Those that have not begun before. */
export function startDeadlines(
  order: WorkOrder,
  deadlines: readonly WorkOrderDeadline[],
  at: Instant,
  rules: OrderRules,
): WorkOrder {
  let started = order;
  for (const { id, owner, within, warnBefore } of deadlines) {
    const of = { kind: 'deadline', deadline: id } as const;
    if (order.clocks.some((clock) => isSame(clock.of, of))) continue;
    const dueAt = timeLimitEnd(within, at, rules);
    started = startClock(
      started,
      { of, owner, startedAt: at, dueAt },
      warnMoment(within, dueAt, warnBefore, rules),
    );
  }
  return started;
}

export function startClock(
  order: WorkOrder,
  clock: Pick<OrderClock, 'of' | 'owner' | 'startedAt' | 'dueAt'>,
  warnAt: Instant,
): WorkOrder {
  return {
    ...order,
    clocks: [...order.clocks, makeClock(order.id, clock, warnAt)],
  };
}

/** Ends the running clocks that `which` names. */
export function endClocks(
  order: WorkOrder,
  at: Instant,
  how: ClockEnd,
  which: (of: ClockOf) => boolean,
): WorkOrder {
  const clocks = order.clocks.map((clock) =>
    clock.end === null && which(clock.of) ? { ...clock, end: { at, how } } : clock,
  );
  return { ...order, clocks };
}
