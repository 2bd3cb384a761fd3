import type { Instant } from '../../calls/call-event.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import type { WorkOrderState } from './fold-work-orders.ts';
import { nextOrderChange, orderAt } from './order-at.ts';
import { type OrderClock, runningClocks } from './order-clock.ts';
import type { OrderRules } from './order-rules.ts';
import type { WorkOrder } from './work-order.ts';

export interface OpenOrder {
  readonly order: WorkOrder;
  /** The clock that ends first; every open order has one. */
  readonly clock: OrderClock | null;
}

/** The open orders at `now`, the most urgent first. */
export function openOrders(state: WorkOrderState, now: Instant, rules: OrderRules): readonly OpenOrder[] {
  return [...state.orders.values()]
    .filter(({ status }) => status.state === 'open')
    .map((order) => orderAt(order, now, rules))
    .map((order) => ({ order, clock: runningClocks(order.clocks)[0] ?? null }))
    .sort((one, other) => dueOf(one) - dueOf(other));
}

/** When one of them next changes through time alone; null: never. */
export function nextOrdersChange(state: WorkOrderState, now: Instant, rules: OrderRules): Instant | null {
  let next: Instant | null = null;
  for (const order of state.orders.values()) {
    const at = nextOrderChange(orderAt(order, now, rules), now, rules);
    if (at !== null && (next === null || at < next)) next = at;
  }
  return next;
}

/** The open orders of a number, however it was written. */
export function ordersOfNumber(open: readonly OpenOrder[], number: string): readonly OpenOrder[] {
  const form = numberForm(number);
  return form === null ? [] : open.filter(({ order }) => numberForm(order.number) === form);
}

function dueOf({ clock }: OpenOrder): Instant {
  return clock?.dueAt ?? Number.POSITIVE_INFINITY;
}
