import type { Calendar } from './calendar.ts';
import { numberOfDay } from './day-number.ts';
import { WEEKDAYS, type Weekday } from './directory.ts';

type Hours = Calendar['hours'];

/** The spans of a day of the week, in their order, to compare; empty for a day without any. */
export function hoursOf(hours: Hours, weekday: Weekday): string {
  const own = hours.filter(({ days }) => days.includes(weekday));
  return own
    .map(({ from, to }) => `${from}-${to}`)
    .sort()
    .join(' ');
}

/** A make-up workday on a day of the week that has the same hours: it changes nothing. */
export function isWorkedAnyway(hours: Hours, { day, as }: Calendar['shifted'][number]): boolean {
  const weekday = weekdayOf(day);
  const usual = weekday === null ? '' : hoursOf(hours, weekday);
  return usual !== '' && usual === hoursOf(hours, as);
}

/** 1 January 1970 was a Thursday; the years of packs are later. Null for no day (yet). */
function weekdayOf(day: string): Weekday | null {
  return WEEKDAYS[(numberOfDay(day) + 3) % 7] ?? null;
}
