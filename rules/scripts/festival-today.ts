import type { Festival } from '../../contract/pack/festival.ts';
import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import { dayOfNumber } from '../time/local-time.ts';

/**
 * The festivals kept on a local day (days since 1970-01-01), in the order of the pack's calendar.
 */
export function festivalsOn(festivals: readonly Festival[], dayNumber: number): readonly Festival[] {
  const longest = festivals.reduce((most, { lasts }) => Math.max(most, lasts), 0);
  const days = Array.from({ length: longest }, (_, ago) => dayOfNumber(dayNumber - ago));
  return festivals.filter((festival) => isOn(festival, days));
}

/** The first of today's festivals that has a greeting in this language. */
export function festivalToGreet(
  festivals: readonly Festival[],
  dayNumber: number,
  language: PackLanguage,
): Festival | undefined {
  return festivalsOn(festivals, dayNumber).find(
    ({ greeting, languages }) => greeting !== undefined && languages.includes(language),
  );
}

/** `days`: today and the days before it, newest first. */
function isOn({ begins, lasts }: Festival, days: readonly string[]): boolean {
  return days
    .slice(0, lasts)
    .some((day) => (begins.by === 'year' ? day.slice(5) === begins.day : begins.days.includes(day)));
}

/** A day within a span of days, both ends included; yearly spans may run over New Year. */
export function isDayWithin(
  day: string,
  span: { readonly by: 'year' | 'once'; readonly from: string; readonly to: string },
): boolean {
  const { by, from, to } = span;
  if (by === 'once') return day >= from && day <= to;
  const yearly = day.slice(5);
  return from <= to ? yearly >= from && yearly <= to : yearly >= from || yearly <= to;
}
