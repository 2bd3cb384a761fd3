import type { Instant } from '../../../calls/call-event.ts';
import { clockOf, shownTime } from '../../../components/shown-time.ts';
import { teamZone } from '../../../contract/team/team-zone.ts';
import { minutesOf, momentOf, numberOfDay } from '../../../rules/time/local-time.ts';

/** The moment in a date and time field, on the team's clock; null for none. */
export function instantOfField(value: string): Instant | null {
  const zone = teamZone();
  const [, day, clock] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(value) ?? [];
  if (zone !== null && day !== undefined && clock !== undefined) {
    return momentOf(numberOfDay(day), minutesOf(clock), zone);
  }
  const at = value === '' ? Number.NaN : new Date(value).getTime();
  return Number.isNaN(at) ? null : at;
}

/** The moment as a date and time field shows it, on the team's clock. */
export function fieldOfInstant(at: Instant): string {
  const time = shownTime(at);
  return time === null ? '' : `${time.day}T${clockOf(time.minuteOfDay)}`;
}
