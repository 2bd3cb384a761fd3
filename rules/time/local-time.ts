import type { Instant } from '../../calls/call-event.ts';
import type { ClockSpan } from '../../contract/pack/clock-time.ts';
import { offsetAt, type Zone } from './zone-offset.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const DAY_MS = DAY_MINUTES * MINUTE_MS;

export interface LocalTime {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Days since 1970-01-01 on the local calendar. */
  readonly dayNumber: number;
  readonly minuteOfDay: number;
  /** 0 is Monday. */
  readonly weekday: number;
}

/** Local time of a place, whatever the machine's zone. */
export function localTime(now: Instant, zone: Zone): LocalTime {
  const minutes = Math.floor(now / MINUTE_MS) + offsetAt(zone, now);
  const dayNumber = Math.floor(minutes / DAY_MINUTES);
  return {
    day: dayOfNumber(dayNumber),
    dayNumber,
    minuteOfDay: minutes - dayNumber * DAY_MINUTES,
    weekday: modulo(dayNumber + 3, 7),
  };
}

/** H. Hinnant, "chrono-compatible low-level date algorithms": civil_from_days. */
export function dayOfNumber(dayNumber: number): string {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** When a local day begins: at 00:00, or at the end of the hour that the clock leaves out. */
export function startOfDay(dayNumber: number, zone: Zone): Instant {
  return momentOf(dayNumber, 0, zone);
}

/**
 * When the local clock shows so many minutes after midnight of a day; more than a day's minutes are
 * of the days after it. A time that comes twice, when the clock is set back, is the first; one that
 * the clock leaves out is as much later as it leaves out.
 */
export function momentOf(dayNumber: number, minutes: number, zone: Zone): Instant {
  const written = (dayNumber * DAY_MINUTES + minutes) * MINUTE_MS;
  if (typeof zone === 'number') return written - zone * MINUTE_MS;
  const [before, after] = [written - DAY_MS, written + DAY_MS].map((at) => offsetAt(zone, at) * MINUTE_MS);
  const shown = [before, after]
    .map((offset = 0) => written - offset)
    .filter((at) => at + offsetAt(zone, at) * MINUTE_MS === written);
  return shown.length === 0 ? written - (before ?? 0) : Math.min(...shown);
}

/** `from` is included, `to` excluded; a `to` before `from` spans midnight. */
export function isWithin(minuteOfDay: number, { from, to }: ClockSpan): boolean {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  return start < end ? minuteOfDay >= start && minuteOfDay < end : minuteOfDay >= start || minuteOfDay < end;
}

/** When the local clock next shows `clock`, later than `now`. */
export function nextTimeAt(clock: string, now: Instant, zone: Zone): Instant {
  const { dayNumber } = localTime(now, zone);
  const at = momentOf(dayNumber, minutesOf(clock), zone);
  return at > now ? at : momentOf(dayNumber + 1, minutesOf(clock), zone);
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
