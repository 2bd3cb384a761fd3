import type { Calendar } from '../../contract/pack/calendar.ts';
import { dayOfNumber, numberOfDay } from '../time/local-time.ts';

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
 * The calendar with the imported days: they replace what it had of their years. A make-up workday
 * keeps the hours that were given to it; a new one gets Monday's.
 */
export function mergeCalendar(
  calendar: Calendar,
  imported: readonly ImportedDays[],
  languages: readonly string[],
): Calendar {
  const years = new Set(imported.map(({ from }) => from.slice(0, 4)));
  const isKept = (day: string) => !years.has(day.slice(0, 4));
  const worked = new Set(
    imported.filter(({ name }) => WORKED.test(name.trim())).flatMap((days) => everyDay(days)),
  );
  const holidays = joined(imported.filter(({ name }) => !WORKED.test(name.trim()))).map(
    ({ name, from, to }) => ({
      name: Object.fromEntries(languages.map((language) => [language, name])),
      ...{ from, to },
    }),
  );
  const as = new Map(calendar.shifted.map((one) => [one.day, one.as]));
  return {
    ...calendar,
    holidays: [...calendar.holidays.filter(({ from }) => isKept(from)), ...holidays].toSorted((one, other) =>
      one.from < other.from ? -1 : 1,
    ),
    shifted: [
      ...calendar.shifted.filter(({ day }) => isKept(day)),
      ...Array.from(worked, (day) => ({ day, as: as.get(day) ?? ('mon' as const) })),
    ].toSorted((one, other) => (one.day < other.day ? -1 : 1)),
  };
}

function everyDay({ from, to }: ImportedDays): readonly string[] {
  const first = numberOfDay(from);
  return Array.from({ length: numberOfDay(to) - first + 1 }, (_, n) => dayOfNumber(first + n));
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
