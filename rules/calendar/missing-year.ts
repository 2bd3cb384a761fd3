import type { Instant } from '../../calls/call-event.ts';
import type { Calendar } from '../../contract/pack/calendar.ts';
import { localTime } from '../time/local-time.ts';
import type { Zone } from '../time/zone-offset.ts';

/**
 * In December: next year, if the calendar has no holidays of it, or no make-up workdays (调休)
 * although this year has some. A holiday that only reaches into it is this year's. Null if nothing
 * is missing. Working days would be counted wrong.
 */
export function missingYear(
  { holidays, shifted }: Calendar,
  now: Instant,
  utcOffsetMinutes: Zone,
): number | null {
  const { day } = localTime(now, utcOffsetMinutes);
  if (day.slice(5, 7) !== '12') return null;
  const [thisYear, next] = [day.slice(0, 4), String(Number(day.slice(0, 4)) + 1)];
  const hasHolidays = holidays.some(({ from }) => from.startsWith(next));
  const shiftedIn = (year: string) => shifted.some((one) => one.day.startsWith(year));
  return hasHolidays && (shiftedIn(next) || !shiftedIn(thisYear)) ? null : Number(next);
}
