import type { Instant } from '../../calls/call-event.ts';
import type { Calendar } from '../../contract/pack/calendar.ts';
import { WEEKDAYS } from '../../contract/pack/directory.ts';
import { dayOfNumber, localTime, minutesOf, momentOf } from '../time/local-time.ts';
import type { Zone } from '../time/zone-offset.ts';

const DAY_MINUTES = 24 * 60;

/** A span of working time; `from` is included, `to` is not. */
export interface WorkingSpan {
  /** Days since 1970-01-01 on the local calendar. */
  readonly dayNumber: number;
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * Working time in order, from the local day of `start` (and the night before it) on, for so many
 * days.
 */
export function* workingSpans(
  start: Instant,
  days: number,
  place: { readonly calendar: Calendar; readonly utcOffsetMinutes: Zone },
): Generator<WorkingSpan> {
  const today = localTime(start, place.utcOffsetMinutes).dayNumber;
  for (let dayNumber = today - 1; dayNumber < today + days; dayNumber += 1) {
    for (const { from, to } of hoursOf(dayNumber, place.calendar)) {
      const end = to > from ? to : to + DAY_MINUTES;
      const moment = (minutes: number) => momentOf(dayNumber, minutes, place.utcOffsetMinutes);
      yield { dayNumber, from: moment(from), to: moment(end) };
    }
  }
}

function hoursOf(dayNumber: number, { hours, holidays, shifted }: Calendar) {
  const day = dayOfNumber(dayNumber);
  const instead = shifted.find((one) => one.day === day)?.as;
  if (instead === undefined && holidays.some(({ from, to }) => day >= from && day <= to)) return [];
  const weekday = instead ?? WEEKDAYS[(((dayNumber + 3) % 7) + 7) % 7];
  return hours
    .filter(({ days }) => days.some((one) => one === weekday))
    .map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) }))
    .sort((one, other) => one.from - other.from);
}
