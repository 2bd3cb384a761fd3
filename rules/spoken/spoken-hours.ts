import type { Weekday, WeeklySpan } from '../../contract/pack/directory.ts';
import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import { say } from '../triggers/say.ts';

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly Weekday[];
const HAN = ['一', '二', '三', '四', '五', '六', '日'];
const ENGLISH = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Opening hours as they are told: 周一到周五9:00到18:00，周六9:00到12:00. Empty where none are known. */
export function spokenHours(hours: readonly WeeklySpan[], language: PackLanguage): string {
  const spans = hours.map(({ days, from, to }) => {
    const when = daysOf(days, language);
    if (from === '00:00' && to === '24:00') {
      return say(language, `${when}全天`, `${when}全天`, `all day ${when}`);
    }
    return say(
      language,
      `${when}${short(from)}到${short(to)}`,
      `${when}${short(from)}到${short(to)}`,
      `${from} to ${to} ${when}`,
    );
  });
  return spans.join(say(language, '，', '，', ', '));
}

function daysOf(days: readonly Weekday[], language: PackLanguage): string {
  const places = WEEK.flatMap((day, place) => (days.includes(day) ? [place] : []));
  const [first = 0, last = first] = [places[0], places.at(-1)];
  const name = (place: number) => say(language, `周${HAN[place]}`, `週${HAN[place]}`, ENGLISH[place] ?? '');
  if (places.length === WEEK.length) return say(language, '每天', '每天', 'every day');
  if (places.length > 2 && last - first === places.length - 1) {
    return say(
      language,
      `${name(first)}到${name(last)}`,
      `${name(first)}到${name(last)}`,
      `${name(first)} to ${name(last)}`,
    );
  }
  return places.map(name).join(say(language, '、', '、', ' and '));
}

/** 9:00 rather than 09:00. */
function short(clock: string): string {
  return clock.replace(/^0(?=\d:)/, '');
}
