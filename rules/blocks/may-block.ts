import type { Instant } from '../../calls/call-event.ts';
import { isWithheld } from '../../calls/numbers/withheld.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import { foldCallBacks } from '../call-backs/fold-call-backs.ts';
import { orderEventsOfNumber } from '../work-orders/events-of-number.ts';
import { foldWorkOrders } from '../work-orders/fold-work-orders.ts';
import { openOrders } from '../work-orders/open-orders.ts';
import type { OrderRules } from '../work-orders/order-rules.ts';

/** `withheld`: it names nobody. `promised`: an answer or a call-back was promised to the number. */
export type BlockHindrance = 'withheld' | 'vip' | 'promised';

/** Why a number is never blocked; null if it may be. */
export function blockHindrance(
  number: string,
  events: readonly TeamEvent[],
  rules: OrderRules,
  now: Instant,
): BlockHindrance | null {
  const form = numberForm(number);
  if (form === null || isWithheld(number)) return 'withheld';
  const ofNumber = foldCallBacks(events).callBacks.filter((one) => numberForm(one.number) === form);
  if (ofNumber.some(({ vip }) => vip)) return 'vip';
  if (ofNumber.some(({ state }) => state.state === 'open')) return 'promised';
  const orders = foldWorkOrders(orderEventsOfNumber(events, number), rules);
  return openOrders(orders, now, rules).length > 0 ? 'promised' : null;
}
