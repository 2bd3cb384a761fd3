import type { Instant } from '../../calls/call-event.ts';
import type { Words } from '../../contract/words.ts';
import { localTime } from '../time/local-time.ts';
import type { Zone } from '../time/zone-offset.ts';

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const MONTHS = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'] as const;

/**
 * A moment as an agent says it on the phone: 明天上午十点, 11月26日下午三点半. The words of a language
 * choose among the hour in digits, the hour as a numeral, and the part of the day.
 */
export function spokenMoment(at: Instant, now: Instant, words: Words, utcOffsetMinutes: Zone): string {
  const { dayNumber, day, minuteOfDay } = localTime(at, utcOffsetMinutes);
  const ahead = dayNumber - localTime(now, utcOffsetMinutes).dayNumber;
  // A promise for midnight is for the end of a day, as people say it.
  if (minuteOfDay === 0 && ahead > 0) {
    const before = localTime(at - 1, utcOffsetMinutes).day;
    return words('spoken.midnight', { day: spokenDay(ahead - 1, before, words) });
  }
  const [hour, minute] = [Math.floor(minuteOfDay / 60), minuteOfDay % 60];
  const values = {
    hour: twoDigits(hour),
    minute: twoDigits(minute),
    hourWord: hourWord(hour, words),
    minuteWord: minute < 10 ? `零${numeral(minute)}` : numeral(minute),
  };
  return words('spoken.moment', {
    day: spokenDay(ahead, day, words),
    partOfDay: words(`spoken.partOfDay.${partOfDay(hour)}`),
    time: words(minute === 0 ? 'spoken.sharp' : minute === 30 ? 'spoken.half' : 'spoken.time', values),
  });
}

function spokenDay(ahead: number, day: string, words: Words): string {
  if (ahead === 0) return words('spoken.today');
  if (ahead === 1) return words('spoken.tomorrow');
  if (ahead === 2) return words('spoken.dayAfterTomorrow');
  const [, month = 1, date = 1] = day.split('-').map(Number);
  return words('spoken.date', { month: words(`spoken.month.${MONTHS[month - 1] ?? 'm1'}`), day: date });
}

function partOfDay(hour: number) {
  if (hour < 6) return 'night';
  if (hour < 9) return 'early';
  if (hour < 12) return 'morning';
  if (hour < 13) return 'noon';
  return hour < 18 ? 'afternoon' : 'evening';
}

/** By the clock with twelve hours, as it is spoken. */
function hourWord(hour: number, words: Words): string {
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  return twelve === 2 ? words('spoken.two') : numeral(twelve);
}

/** A Chinese numeral up to 59. */
function numeral(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const unit = ones === 0 && tens > 0 ? '' : DIGITS[ones];
  if (tens === 0) return `${unit}`;
  return `${tens === 1 ? '' : DIGITS[tens]}十${unit}`;
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
