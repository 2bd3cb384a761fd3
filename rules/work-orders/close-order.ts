import type { WorkOrderEvent } from '../../contract/team/team-event.ts';
import type { AppliedEvent } from './applied-event.ts';
import type { ClockOf } from './order-clock.ts';
import { endClocks } from './order-moves.ts';
import type { OrderRefusal } from './order-refusal.ts';
import type { WorkOrder } from './work-order.ts';

type Closing = Omit<Extract<WorkOrderEvent, { type: 'work-order-closed' }>, 'id' | 'subject' | 'type' | 'by'>;

/**
 * Why the order cannot be closed like this: handbook §4.4 requires the reason, the report, and this
 * outcome after the last deadline.
 */
export function closingRefusal(
  order: WorkOrder,
  { at, outcome, reason, reportedTo }: Pick<Closing, 'at' | 'outcome' | 'reason' | 'reportedTo'>,
): OrderRefusal | null {
  if (order.status.state !== 'open') return 'not-open';
  if (outcome !== 'settled' && reason.trim() === '') return 'reason-missing';
  if (outcome === 'settled' || outcome === 'unfounded') {
    return isTooLateToSettle(order, at) ? 'only-not-satisfied' : null;
  }
  if (outcome !== 'not-satisfied') return null;
  return order.kind.reportedTo.every((owner) => reportedTo.includes(owner)) ? null : 'report-missing';
}

/** A deadline is over after which the caller counts as not satisfied. */
export function isTooLateToSettle({ kind, clocks }: WorkOrder, at: number): boolean {
  const last = new Set(kind.deadlines.filter((one) => one.thenNotSatisfied).map(({ id }) => id));
  return clocks.some(({ of, dueAt }) => of.kind === 'deadline' && last.has(of.deadline) && dueAt <= at);
}

export function closeOrder(
  order: WorkOrder,
  event: Extract<WorkOrderEvent, { type: 'work-order-closed' }>,
): AppliedEvent {
  const why = closingRefusal(order, event);
  if (why !== null) return { ok: false, why };
  const { at, by, outcome, reason } = event;
  const closing = new Set(order.kind.deadlines.filter((one) => one.metBy === 'closed').map(({ id }) => id));
  const isMet = (of: ClockOf) => of.kind === 'stage' || (of.kind === 'deadline' && closing.has(of.deadline));
  const met = endClocks(order, at, 'met', isMet);
  const status = { state: 'closed', at, by, outcome, reason } as const;
  return { ok: true, order: { ...endClocks(met, at, 'dropped', () => true), status } };
}
