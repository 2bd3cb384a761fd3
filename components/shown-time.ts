import type { Instant } from '../calls/call-event.ts';
import { teamZone } from '../contract/team/team-zone.ts';
import { type LocalTime, localTime } from '../rules/time/local-time.ts';

/** ECMA-262, time values: as far as a date goes, in ms from 1970. */
const LAST_MOMENT = 8.64e15;

/**
 * A moment as it is shown: on the team's clock, or on the device's where the team has no time zone.
 * Null for a value that is no moment.
 */
export function shownTime(at: Instant): LocalTime | null {
  if (!(Math.abs(at) <= LAST_MOMENT)) return null;
  return localTime(at, teamZone() ?? -new Date(at).getTimezoneOffset());
}

/** `9:05` as `09:05`. */
export function clockOf(minuteOfDay: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

/** Month and day without leading zeros: `11-3`. */
export function shortDay(day: string): string {
  return day.split('-').slice(1).map(Number).join('-');
}
