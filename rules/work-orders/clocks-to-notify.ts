import type { Instant } from '../../calls/call-event.ts';
import type { ScheduledClock } from '../../contract/messages/scheduled-clock.ts';
import type { WorkOrderState } from './fold-work-orders.ts';
import { openOrders } from './open-orders.ts';
import type { OrderClock } from './order-clock.ts';
import type { OrderRules } from './order-rules.ts';
import type { WorkOrder } from './work-order.ts';

/** The agent of this workstation, and the pack's owner for whom it acts. */
export interface ClockRecipient {
  readonly agentNumber: string;
  readonly workOrderRole: string;
}

/**
 * Notifies for a day after a clock moved an order: the computer may have slept when it ran out.
 */
const NOTIFY_AFTERWARDS_MS = 24 * 3_600_000;

/** The clocks of which this workstation notifies, labelled by `label`. */
export function clocksToNotify(
  state: WorkOrderState,
  now: Instant,
  rules: OrderRules,
  recipient: ClockRecipient,
  label: (order: WorkOrder, clock: OrderClock) => string,
): readonly ScheduledClock[] {
  return notifiedClocks(state, now, rules)
    .filter(({ order, clock }) => concerns(order, clock, recipient))
    .map(({ order, clock }) => ({
      id: clock.id,
      order: order.id,
      label: label(order, clock),
      warnAt: clock.warnAt,
      dueAt: clock.dueAt,
    }));
}

/** The clocks of which somebody is notified, whoever it is. */
export function notifiedClocks(
  state: WorkOrderState,
  now: Instant,
  rules: OrderRules,
): readonly { readonly order: WorkOrder; readonly clock: OrderClock }[] {
  return openOrders(state, now, rules).flatMap(({ order }) =>
    order.clocks.filter((clock) => isToBeNotified(clock, now)).map((clock) => ({ order, clock })),
  );
}

/**
 * True if this workstation acts for the stage's owner, or its agent worked on the order. For stages
 * of agents only the second counts, because there are many agents.
 */
export function concerns(
  order: WorkOrder,
  clock: Pick<OrderClock, 'owner'>,
  recipient: ClockRecipient,
): boolean {
  if (order.hands.includes(recipient.agentNumber)) return true;
  return recipient.workOrderRole !== 'agent' && clock.owner === recipient.workOrderRole;
}

function isToBeNotified({ end }: OrderClock, now: Instant): boolean {
  return end === null || (end.how === 'passed-on' && end.at > now - NOTIFY_AFTERWARDS_MS);
}
