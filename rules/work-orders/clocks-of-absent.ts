import type { Instant } from '../../calls/call-event.ts';
import type { ScheduledClock } from '../../contract/messages/scheduled-clock.ts';
import type { Attendance } from '../shift/attendance.ts';
import { type ClockRecipient, concerns } from './clocks-to-notify.ts';
import type { WorkOrderState } from './fold-work-orders.ts';
import { openOrders } from './open-orders.ts';
import type { OrderClock } from './order-clock.ts';
import type { OrderRules } from './order-rules.ts';
import type { WorkOrder } from './work-order.ts';

/** Whether a workstation acts for the owner who is next in line after `owner`. */
export function isDeputyOf(
  owner: string,
  { workOrders }: Pick<OrderRules, 'workOrders'>,
  { workOrderRole }: Pick<ClockRecipient, 'workOrderRole'>,
): boolean {
  return workOrders.owners.find(({ id }) => id === owner)?.deputy === workOrderRole;
}

/**
 * The running clocks of others of which the next in line is notified: where the owner is absent,
 * as soon as the owner would be warned; else when the owner is late. `label`: with the owner.
 */
export function clocksOfAbsent(
  state: WorkOrderState,
  now: Instant,
  rules: OrderRules,
  recipient: ClockRecipient,
  attendance: Attendance,
  label: (order: WorkOrder, clock: OrderClock) => string,
): readonly ScheduledClock[] {
  return openOrders(state, now, rules).flatMap(({ order }) =>
    order.clocks
      .filter(({ end, owner }) => end === null && isDeputyOf(owner, rules, recipient))
      .filter((clock) => !concerns(order, clock, recipient))
      .map((clock) => ({
        id: `${clock.id}/deputy`,
        order: order.id,
        label: label(order, clock),
        warnAt: isAbsent(order, clock, attendance) ? clock.warnAt : clock.dueAt,
        dueAt: clock.dueAt,
      })),
  );
}

/** Of agents, any who worked on the order can go on with it. */
function isAbsent({ hands }: WorkOrder, { owner }: OrderClock, attendance: Attendance): boolean {
  if (owner === 'agent') return hands.every((agent) => attendance.awaySince(agent) !== null);
  return attendance.isOffWork(owner);
}
