import { numberForm } from '../../contract/numbers/number-form.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';

/**
 * The events of one number's orders: a ring reads these only, however long the team log is.
 */
export function orderEventsOfNumber(events: readonly TeamEvent[], number: string): readonly TeamEvent[] {
  const form = numberForm(number);
  if (form === null) return [];
  const orders = new Set<string>();
  for (const event of events) {
    if (event.type === 'work-order-opened' && numberForm(event.number) === form) orders.add(event.subject);
  }
  return events.filter(({ type, subject }) => type.startsWith('work-order-') && orders.has(subject));
}
