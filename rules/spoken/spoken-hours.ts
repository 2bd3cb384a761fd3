import { WEEKDAYS, type Weekday, type WeeklySpan } from '../../contract/pack/directory.ts';
import type { Words } from '../../contract/words.ts';

/** Opening hours as they are said: 周一到周五9:00到18:00，周六9:00到12:00. Empty where none are known. */
export function spokenHours(hours: readonly WeeklySpan[], words: Words): string {
  const spans = hours.map(({ days: on, from, to }) => {
    const days = daysOf(on, words);
    if (from === '00:00' && to === '24:00') return words('spoken.allDay', { days });
    const span = { days, from, to, fromShort: withoutZero(from), toShort: withoutZero(to) };
    return words('spoken.span', span);
  });
  return joined(spans, (one, other) => words('spoken.twoSpans', { one, other }));
}

function daysOf(days: readonly Weekday[], words: Words): string {
  const places = WEEKDAYS.flatMap((day, place) => (days.includes(day) ? [place] : []));
  const names = WEEKDAYS.filter((day) => days.includes(day)).map((day) => words(`spoken.weekday.${day}`));
  const [first = '', last = ''] = [names[0], names.at(-1)];
  if (names.length === WEEKDAYS.length) return words('spoken.everyDay');
  const inARow = (places.at(-1) ?? 0) - (places[0] ?? 0) === places.length - 1;
  if (names.length > 2 && inARow) return words('spoken.dayRange', { first, last });
  return joined(names, (one, other) => words('spoken.twoDays', { one, other }));
}

function joined(parts: readonly string[], join: (one: string, other: string) => string): string {
  const [first = '', ...rest] = parts;
  return rest.reduce(join, first);
}

/** 9:00 rather than 09:00. */
function withoutZero(clock: string): string {
  return clock.replace(/^0(?=\d:)/, '');
}
