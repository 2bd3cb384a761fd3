import type { Instant } from '../../calls/call-event.ts';
import type { ScheduledClock } from '../../contract/messages/scheduled-clock.ts';
import type { WorkOrderState } from './fold-work-orders.ts';
import { openOrders } from './open-orders.ts';
import type { OrderClock } from './order-clock.ts';
import type { OrderRules } from './order-rules.ts';
import type { WorkOrder } from './work-order.ts';

/** Who sits here: the agent's number, and the owner of the pack that this desk speaks for. */
export interface ClockRecipient {
  readonly agentNumber: string;
  readonly workOrderRole: string;
}

/**
 * A clock that passed an order on is told of for a day after: it may have run out while everything
 * slept.
 */
const NOTIFY_AFTERWARDS_MS = 24 * 3_600_000;

/** The clocks that this desk is to be told of, in the words of `label`. */
export function clocksToNotify(
  state: WorkOrderState,
  now: Instant,
  rules: OrderRules,
  recipient: ClockRecipient,
  label: (order: WorkOrder, clock: OrderClock) => string,
): readonly ScheduledClock[] {
  return openOrders(state, now, rules).flatMap(({ order }) =>
    order.clocks
      .filter((clock) => isToBeNotified(clock, now) && concerns(order, clock, recipient))
      .map((clock) => ({
        id: clock.id,
        order: order.id,
        label: label(order, clock),
        warnAt: clock.warnAt,
        dueAt: clock.dueAt,
      })),
  );
}

/**
 * Its owner sits here, or somebody who has had the order in hand: agents are many, so for them
 * only that counts.
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
