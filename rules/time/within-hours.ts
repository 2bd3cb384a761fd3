import { WEEKDAYS, type WeeklySpan } from '../../contract/pack/directory.ts';
import { type LocalTime, minutesOf } from './local-time.ts';

/** Whether a moment is within weekly hours; a span past midnight ends on the next day. */
export function withinHours(
  hours: readonly WeeklySpan[],
  { weekday, minuteOfDay }: Pick<LocalTime, 'weekday' | 'minuteOfDay'>,
): boolean {
  return hours.some(({ days, from, to }) => {
    const begins = (day: number) => days.some((one) => one === WEEKDAYS[day]);
    const [start, end] = [minutesOf(from), minutesOf(to)];
    const today = begins(weekday) && minuteOfDay >= start;
    if (start < end) return today && minuteOfDay < end;
    return today || (begins((weekday + 6) % 7) && minuteOfDay < end);
  });
}
