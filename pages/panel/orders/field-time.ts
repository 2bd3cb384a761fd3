import type { Instant } from '../../../calls/call-event.ts';
import { clockOf, shownTime } from '../../../components/shown-time.ts';
import { numberOfDay } from '../../../contract/pack/day-number.ts';
import { minutesOf, momentOf } from '../../../rules/time/local-time.ts';
import { zoneHere } from '../../session/zone-of.ts';

/** The moment in a date and time field, on the team's clock; null for none. */
export function instantOfField(value: string): Instant | null {
  const [, day, clock, seconds = '0'] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d))?/.exec(value) ?? [];
  return day === undefined || clock === undefined
    ? null
    : momentOf(numberOfDay(day), minutesOf(clock), zoneHere()) + Number(seconds) * 1000;
}

/** The moment as a date and time field shows it, on the team's clock. */
export function fieldOfInstant(at: Instant): string {
  const time = shownTime(at);
  return time === null ? '' : `${time.day}T${clockOf(time.minuteOfDay)}`;
}
