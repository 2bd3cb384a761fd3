import type { Instant } from '../../calls/call-event.ts';
import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import { localTime } from '../time/local-time.ts';
import { say } from '../triggers/say.ts';

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
  ...['November', 'December'],
];

/** A moment as an agent says it on the telephone: 明天上午十点, 11月26日下午三点半. */
export function spokenMoment(
  at: Instant,
  now: Instant,
  language: PackLanguage,
  utcOffsetMinutes: number,
): string {
  const { dayNumber, day, minuteOfDay } = localTime(at, utcOffsetMinutes);
  const ahead = dayNumber - localTime(now, utcOffsetMinutes).dayNumber;
  const [hour, minute] = [Math.floor(minuteOfDay / 60), minuteOfDay % 60];
  if (language === 'en') return `${clockOf(hour, minute)} ${englishDay(ahead, day)}`;
  return chineseDay(ahead, day, language) + partOfDay(hour) + chineseClock(hour, minute, language);
}

function chineseDay(ahead: number, day: string, language: PackLanguage): string {
  if (ahead === 0) return '今天';
  if (ahead === 1) return '明天';
  if (ahead === 2) return say(language, '后天', '後天', '');
  const [, month, date] = day.split('-').map(Number);
  return `${month}月${date}日`;
}

function englishDay(ahead: number, day: string): string {
  if (ahead === 0) return 'today';
  if (ahead === 1) return 'tomorrow';
  const [, month = 1, date] = day.split('-').map(Number);
  return `on ${date} ${MONTHS[month - 1]}`;
}

function partOfDay(hour: number): string {
  if (hour < 6) return '凌晨';
  if (hour < 9) return '早上';
  if (hour < 12) return '上午';
  if (hour < 13) return '中午';
  return hour < 18 ? '下午' : '晚上';
}

/** 十点, 两点半, 三点零五分; by the clock with twelve hours, as it is spoken. */
function chineseClock(hour: number, minute: number, language: PackLanguage): string {
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  const spoken = twelve === 2 ? say(language, '两', '兩', '') : numeral(twelve);
  const sharp = `${spoken}${say(language, '点', '點', '')}`;
  if (minute === 0) return sharp;
  if (minute === 30) return `${sharp}半`;
  return `${sharp}${minute < 10 ? '零' : ''}${numeral(minute)}分`;
}

/** Up to 59. */
function numeral(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const unit = ones === 0 && tens > 0 ? '' : DIGITS[ones];
  if (tens === 0) return `${unit}`;
  return `${tens === 1 ? '' : DIGITS[tens]}十${unit}`;
}

function clockOf(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
