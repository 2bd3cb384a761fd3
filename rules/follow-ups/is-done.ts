import { numberForm } from '../../contract/numbers/number-form.ts';
import type { CallBack } from '../call-backs/fold-call-backs.ts';
import { isOfCall, type Warning } from '../warnings/fold-warnings.ts';
import type { WorkOrder } from '../work-orders/work-order.ts';
import type { PendingFollowUp } from './pending-follow-up.ts';

/** What was done in the team since. */
export interface TeamWork {
  readonly orders: Iterable<WorkOrder>;
  readonly callBacks: readonly CallBack[];
  readonly warnings: readonly Warning[];
}

/**
 * Whether somebody opened the order, planned the call-back or registered the number: from the same
 * note, or for the same number since the call. A note knows its work even if the caller asked to be
 * called at another number.
 */
export function isDone(followUp: PendingFollowUp, work: TeamWork): boolean {
  switch (followUp.what) {
    case 'work-order':
      return orderOf(followUp, work.orders) !== null;
    case 'order-remark':
      return wasRemarked(followUp, [...work.orders]);
    case 'call-back':
      return work.callBacks.some(({ note, number, plannedAt, plannedBy }) =>
        isFrom(followUp, { note, number, at: plannedAt, by: plannedBy }),
      );
    case 'warning':
      return work.warnings.some((one) => {
        if (one.struckOff !== null) return false;
        return isSameNote(followUp, one.note) || isOfCall(one, followUp.number, followUp.calledAt);
      });
    case 'note-fields':
      return followUp.fields.length === 0;
  }
}

/** The order that was opened for it; null for none. */
export function orderOf(followUp: PendingFollowUp, orders: Iterable<WorkOrder>): WorkOrder | null {
  for (const order of orders) {
    const { note, number, openedAt: at, openedBy: by, category } = order;
    if (category === followUp.category && isFrom(followUp, { note, number, at, by })) return order;
  }
  return null;
}

/** The open order that a caller asks after; null for none, or where it has another number. */
export function remarkedOrder(followUp: PendingFollowUp, orders: Iterable<WorkOrder>): WorkOrder | null {
  const open = [...orders].filter(({ status }) => status.state === 'open');
  return open.find((order) => isOfNumber(followUp, order)) ?? null;
}

/**
 * Somebody went on with an order of the number since the caller asked after it. Where none has the
 * number, the caller asked for somebody else, and the agent knows for whom.
 */
function wasRemarked(followUp: PendingFollowUp, orders: readonly WorkOrder[]): boolean {
  const { saidAt, by } = followUp;
  const own = orders.filter((order) => isOfNumber(followUp, order));
  return (own.length > 0 ? own : orders).some(({ history }) =>
    history.some(
      (entry) => entry.what === 'event' && entry.at >= saidAt && (own.length > 0 || entry.event.by === by),
    ),
  );
}

function isOfNumber({ number }: PendingFollowUp, order: WorkOrder): boolean {
  const form = numberForm(number);
  return form !== null && form === numberForm(order.number);
}

interface Work {
  readonly note: string | null;
  readonly number: string;
  readonly at: number;
  readonly by: string;
}

function isFrom(followUp: PendingFollowUp, { note, number, at, by }: Work): boolean {
  if (isSameNote(followUp, note)) return true;
  if (note !== null && followUp.note !== null && by === followUp.by) return false;
  const form = numberForm(followUp.number);
  // Who withholds the number is called back at one that was asked for.
  const isSame =
    form === null ? followUp.what === 'call-back' && by === followUp.by : form === numberForm(number);
  return isSame && at >= followUp.calledAt;
}

function isSameNote(followUp: PendingFollowUp, note: string | null): boolean {
  return note !== null && note === followUp.note;
}
