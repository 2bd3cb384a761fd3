import type { Calendar } from '../../contract/pack/calendar.ts';
import { numberOfDay } from '../../contract/pack/day-number.ts';
import { WEEKDAYS } from '../../contract/pack/directory.ts';
import { hoursOf, isWorkedAnyway } from '../../contract/pack/weekly-hours.ts';
import { dayOfNumber } from '../time/local-time.ts';

/** A public holiday or make-up workday of an imported calendar; both days included. */
export interface ImportedDays {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** 春节（班）, 补行上班, 調整上班日, Working day: everybody works, though it is a weekend. */
const WORKED = /(?:班日?[)）\s]*$|补班|補班|上班|work(?:ing)?[\s-]?day|make-?up)/i;
/** What calendars add to the name of a holiday. */
const ADDED = /(?:[（(]休[）)]|[（(【]?假期[】）)]?|放假|补假|補假|\s*第\d+天.*$)/g;

/**
 * The calendar with the imported days: they replace what it had of the years that the file covers,
 * day by day, because a holiday may reach over New Year. A make-up workday keeps the hours that
 * were given to it; a new one gets those of the first day of the week that has some.
 */
export function mergeCalendar(
  calendar: Calendar,
  imported: readonly ImportedDays[],
  languages: readonly string[],
): Calendar {
  const isWorked = ({ name }: ImportedDays) => WORKED.test(name.trim());
  const worked = new Set(imported.filter(isWorked).flatMap((days) => everyDay(days)));
  const free = joined(imported.filter((days) => !isWorked(days)));
  const years = coveredYears(free);
  const days = new Set([...worked, ...free.flatMap((days) => everyDay(days))]);
  const isKept = (day: string) => !years.has(yearOf(day)) && !days.has(day);
  const holidays = free.map(({ name, from, to }) => ({
    name: Object.fromEntries(languages.map((language) => [language, name])),
    ...{ from, to },
  }));
  const usual = WEEKDAYS.find((day) => hoursOf(calendar.hours, day) !== '') ?? 'mon';
  const as = new Map(calendar.shifted.map((one) => [one.day, one.as]));
  const shifted = Array.from(worked, (day) => ({ day, as: as.get(day) ?? usual }));
  return {
    ...calendar,
    holidays: [
      ...calendar.holidays.flatMap((one) => daysLeft(one, isKept)),
      // A make-up workday that a calendar lists inside a holiday is worked.
      ...holidays.flatMap((one) => daysLeft(one, (day) => !worked.has(day))),
    ].toSorted((one, other) => (one.from < other.from ? -1 : 1)),
    shifted: [
      ...calendar.shifted.filter(({ day }) => isKept(day)),
      ...shifted.filter((one) => !isWorkedAnyway(calendar.hours, one)),
    ].toSorted((one, other) => (one.day < other.day ? -1 : 1)),
  };
}

/**
 * The years of which a file has a holiday that touches no other year: days at New Year, of whatever
 * name, may belong to the calendar of the year before or after.
 */
function coveredYears(free: readonly ImportedDays[]): ReadonlySet<string> {
  const runs: { from: string; to: string }[] = [];
  for (const { from, to } of free) {
    const last = runs.at(-1);
    if (last !== undefined && numberOfDay(from) - numberOfDay(last.to) <= 1) last.to = to;
    else runs.push({ from, to });
  }
  return new Set(runs.filter(({ from, to }) => yearOf(from) === yearOf(to)).map(({ from }) => yearOf(from)));
}

/** The parts of a span whose days are kept. */
function daysLeft<T extends DaySpan>(span: T, isKept: (day: string) => boolean): readonly T[] {
  const parts: T[] = [];
  for (const day of everyDay(span).filter(isKept)) {
    const last = parts.at(-1);
    if (last !== undefined && numberOfDay(day) - numberOfDay(last.to) === 1)
      parts[parts.length - 1] = { ...last, to: day };
    else parts.push({ ...span, from: day, to: day });
  }
  return parts;
}

function yearOf(day: string): string {
  return day.slice(0, 4);
}

interface DaySpan {
  readonly from: string;
  readonly to: string;
}

function everyDay({ from, to }: DaySpan): readonly string[] {
  const first = numberOfDay(from);
  return Array.from({ length: Math.max(0, numberOfDay(to) - first + 1) }, (_, n) => dayOfNumber(first + n));
}

/** One entry for days in a row, which many calendars list one by one; no day twice. */
function joined(days: readonly ImportedDays[]): readonly ImportedDays[] {
  const spans: ImportedDays[] = [];
  for (const one of [...days].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const { from, to } = one;
    const name = one.name.replaceAll(ADDED, '').trim() || one.name.trim();
    const last = spans.at(-1);
    const gap = last === undefined ? 2 : numberOfDay(from) - numberOfDay(last.to);
    if (last === undefined || gap > 1 || (gap === 1 && last.name !== name)) spans.push({ name, from, to });
    else if (to > last.to) spans[spans.length - 1] = { ...last, to };
  }
  return spans;
}
