import { i18n } from '#i18n';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `9 分 32 秒` below an hour, `2 小时 5 分` below two days, then days and hours. Never negative. */
export function durationWords(ms: number): string {
  const left = Math.max(0, ms);
  if (left < HOUR_MS) {
    const seconds = String(Math.floor((left % MINUTE_MS) / 1000)).padStart(2, '0');
    return i18n.t('orders.minutesSeconds', { minutes: Math.floor(left / MINUTE_MS), seconds });
  }
  if (left < 2 * DAY_MS) {
    const minutes = Math.floor((left % HOUR_MS) / MINUTE_MS);
    return i18n.t('orders.hours', { hours: Math.floor(left / HOUR_MS), minutes });
  }
  return i18n.t('orders.days', {
    days: Math.floor(left / DAY_MS),
    hours: Math.floor((left % DAY_MS) / HOUR_MS),
  });
}
