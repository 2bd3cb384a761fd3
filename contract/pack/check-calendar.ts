import type { Calendar } from './calendar.ts';
import type { ClockSpan } from './clock-time.ts';
import { numberOfDay } from './day-number.ts';
import { WEEKDAYS, type Weekday } from './directory.ts';
import type { Pack } from './pack.ts';
import type { PackReason } from './pack-problem.ts';
import type { TimeLimit } from './time-limit.ts';
import { isWorkedAnyway } from './weekly-hours.ts';
import { USUAL_WARNING_MINUTES } from './work-order-kind.ts';

type Path = readonly (string | number)[];
type Report = (path: Path, why: PackReason) => void;

const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;
const LONGEST_HOLIDAY_DAYS = 92;

/** Hours that do not overlap, one entry a day, rest hours that end, warnings within limits. */
export function checkCalendar(pack: Pack, report: Report): void {
  const { hours, holidays } = pack.calendar;
  checkWeek(hours, ['calendar', 'hours'], report);
  for (const [n, entry] of pack.directory.entries())
    checkWeek(entry.hours, ['directory', n, 'hours'], report);
  checkHolidays(holidays, report);
  checkShifted(pack.calendar, report);
  for (const [n, { begins }] of pack.festivals.entries()) {
    if (begins.by === 'table') reportTwice(begins.days, ['festivals', n, 'begins', 'days'], report);
  }
  checkQuietHours(pack.settings.callBackQuietHours, report);
  checkWarnings(pack, report);
}

/** Spans past midnight reach into the next day, and those of Sunday into Monday. */
function checkWeek(
  spans: readonly ({ readonly days: readonly Weekday[] } & ClockSpan)[],
  at: Path,
  report: Report,
): void {
  const used: { readonly from: number; readonly to: number }[] = [];
  for (const [n, { days, from, to }] of spans.entries()) {
    reportTwice(days, [...at, n, 'days'], report);
    if (from === to) report([...at, n], { kind: 'empty-span' });
    for (const day of new Set(days)) {
      const start = WEEKDAYS.indexOf(day) * DAY_MINUTES + minutesOf(from);
      const span = { from: start, to: start + lengthOf({ from, to }) };
      if (used.some((other) => overlap(span, other))) report([...at, n], { kind: 'overlaps', day });
      used.push(span);
    }
  }
}

interface MinuteSpan {
  readonly from: number;
  readonly to: number;
}

/** Also where one of them reaches over the end of the week. */
function overlap(one: MinuteSpan, other: MinuteSpan): boolean {
  return [-WEEK_MINUTES, 0, WEEK_MINUTES].some(
    (shift) => one.from + shift < other.to && other.from < one.to + shift,
  );
}

function checkHolidays(holidays: Calendar['holidays'], report: Report): void {
  for (const [n, { from, to }] of holidays.entries()) {
    const at = ['calendar', 'holidays', n];
    // ISO dates compare like strings.
    if (to < from) report(at, { kind: 'ends-before-start' });
    const days = numberOfDay(to) - numberOfDay(from) + 1;
    // A wrong year makes a holiday of decades.
    if (days > LONGEST_HOLIDAY_DAYS)
      report(at, { kind: 'range', min: 1, max: LONGEST_HOLIDAY_DAYS, unit: 'd', got: String(days) });
    const both = holidays.slice(0, n).find((other) => other.from <= to && from <= other.to);
    if (both === undefined) continue;
    const [, day = from] = [from, both.from].sort();
    report(at, { kind: 'day-twice', day });
  }
}

function checkShifted({ hours, holidays, shifted }: Calendar, report: Report): void {
  reportTwice(
    shifted.map(({ day }) => day),
    ['calendar', 'shifted'],
    report,
  );
  for (const [n, one] of shifted.entries()) {
    const { day } = one;
    if (isWorkedAnyway(hours, one)) report(['calendar', 'shifted', n, 'day'], { kind: 'worked-anyway', day });
    const inside = holidays.some(({ from, to }) => from <= day && day <= to);
    if (inside) report(['calendar', 'shifted', n, 'day'], { kind: 'inside-holiday', day });
  }
}

/** Some time of the day must be left for call-backs. */
function checkQuietHours(spans: readonly ClockSpan[], report: Report): void {
  const at = ['settings', 'callBackQuietHours'];
  const quiet = new Set<number>();
  for (const [n, span] of spans.entries()) {
    if (span.from === span.to) report([...at, n], { kind: 'empty-span' });
    const start = minutesOf(span.from);
    for (let minute = 0; minute < lengthOf(span); minute += 1) quiet.add((start + minute) % DAY_MINUTES);
  }
  if (quiet.size === DAY_MINUTES) report(at, { kind: 'whole-day' });
}

function checkWarnings({ workOrders }: Pack, report: Report): void {
  for (const [n, { stages, deadlines }] of workOrders.kinds.entries()) {
    for (const [list, clocks] of Object.entries({ stages, deadlines })) {
      for (const [k, { within, warnBefore }] of clocks.entries()) {
        if (within === undefined || warnBefore <= USUAL_WARNING_MINUTES) continue;
        const at = ['workOrders', 'kinds', n, list, k, 'warnBefore'];
        if (warnBefore > minutesIn(within)) report(at, { kind: 'longer-than-limit' });
      }
    }
  }
}

/** A working day is at most a whole one. */
function minutesIn({ unit, count }: TimeLimit): number {
  switch (unit) {
    case 'min':
      return count;
    case 'h':
    case 'working-h':
      return count * 60;
    case 'working-d':
      return count * DAY_MINUTES;
  }
}

function reportTwice(days: readonly string[], at: Path, report: Report): void {
  for (const [n, day] of days.entries()) {
    if (days.indexOf(day) < n) report([...at, n], { kind: 'day-twice', day });
  }
}

function lengthOf({ from, to }: ClockSpan): number {
  const length = minutesOf(to) - minutesOf(from);
  return length < 0 ? length + DAY_MINUTES : length;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
