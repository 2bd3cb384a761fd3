import { foldableEvents } from '../../contract/team/event-order.ts';
import type { TeamEvent, WorkOrderEvent } from '../../contract/team/team-event.ts';
import type { OpenedEvent } from './open-order.ts';

/** The events of one order. */
export interface OrderPages {
  readonly opened: OpenedEvent;
  /**
   * In order. The opening comes first, even if a clock that was set back dated another event before
   * it.
   */
  readonly rest: readonly WorkOrderEvent[];
}

/**
 * Groups a team's events by work order. Orders whose opening is missing or unreadable are left out.
 */
export function orderLog(events: readonly TeamEvent[]): ReadonlyMap<string, OrderPages> {
  const bySubject = new Map<string, WorkOrderEvent[]>();
  for (const event of foldableEvents(events)) {
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

function isWorkOrderEvent(event: TeamEvent): event is WorkOrderEvent {
  return event.type.startsWith('work-order-');
}
