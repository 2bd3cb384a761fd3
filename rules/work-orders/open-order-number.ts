import type { TeamEvent } from '../../contract/team/team-event.ts';
import { orderEventsOfNumber } from './events-of-number.ts';
import { foldWorkOrders } from './fold-work-orders.ts';
import { openOrders } from './open-orders.ts';
import type { OrderRules } from './order-rules.ts';

/** The number of a caller's open order, the most urgent one first; empty if there is none. */
export function openOrderNumber(
  number: string,
  events: readonly TeamEvent[],
  rules: OrderRules,
  now: number,
): string {
  const open = openOrders(foldWorkOrders(orderEventsOfNumber(events, number), rules), now, rules);
  return open.find(({ order }) => order.orderNumber !== null)?.order.orderNumber ?? '';
}
