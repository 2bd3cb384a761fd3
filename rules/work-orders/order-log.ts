import { orderEvents } from '../../contract/team/order-events.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import type { WorkOrderEvent } from '../../contract/team/work-order-event.ts';
import type { OpenedEvent } from './open-order.ts';

/** The events of one order. */
export interface OrderPages {
  readonly opened: OpenedEvent;
  /** In their order; a clock that was set back may have dated one before the opening, which comes first all the same. */
  readonly rest: readonly WorkOrderEvent[];
}

/** Sorts a team's events by order. Those of an order whose opening is not there, or cannot be read yet, are left out. */
export function orderLog(events: readonly TeamEvent[]): ReadonlyMap<string, OrderPages> {
  const bySubject = new Map<string, WorkOrderEvent[]>();
  for (const event of inOrder(events)) {
    if (!isWorkOrderEvent(event)) continue;
    const known = bySubject.get(event.subject);
    if (known === undefined) bySubject.set(event.subject, [event]);
    else known.push(event);
  }
  const log = new Map<string, OrderPages>();
  for (const [subject, list] of bySubject) {
    const opened = list.find((event) => event.type === 'work-order-opened');
    if (opened === undefined) continue;
    log.set(subject, { opened, rest: list.filter((event) => event !== opened) });
  }
  return log;
}

/** A page holds its ledger sorted; sorting again would cost more than all the rest. */
function inOrder(events: readonly TeamEvent[]): readonly TeamEvent[] {
  const isSorted = events.every((event, place) => {
    const before = events[place - 1];
    return before === undefined || orderEvents(before, event) <= 0;
  });
  return isSorted ? events : [...events].sort(orderEvents);
}

function isWorkOrderEvent(event: TeamEvent): event is WorkOrderEvent {
  return event.type.startsWith('work-order-');
}
