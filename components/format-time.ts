import type { Instant } from '../calls/call-event.ts';
import { clockOf, shownTime } from './shown-time.ts';

/** For a value that is no moment: a damaged record must not break the page that shows it. */
const NO_TIME = '–';

/** `m:ss`, or `h:mm:ss` from an hour up. Never negative. */
export function formatDuration(ms: number): string {
  if (!Number.isFinite(ms)) return NO_TIME;
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const rest = String(seconds % 60).padStart(2, '0');
  const minutes = Math.floor(seconds / 60) % 60;
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** Seconds left, rounded up. */
export function secondsLeft(ms: number): number {
  return Number.isFinite(ms) ? Math.max(0, Math.ceil(ms / 1000)) : 0;
}

/** `14:05` on the team's clock. */
export function formatClock(at: Instant): string {
  const time = shownTime(at);
  return time === null ? NO_TIME : clockOf(time.minuteOfDay);
}

/** The clock time today, else month and day (`11-20`). */
export function formatDay(at: Instant, now: Instant): string {
  const time = shownTime(at);
  if (time === null) return NO_TIME;
  if (time.dayNumber === shownTime(now)?.dayNumber) return formatClock(at);
  const [, month = '', day = ''] = time.day.split('-');
  return `${Number(month)}-${day}`;
}

/** `15:00` today, else `11-24 15:00`. */
export function dayAndTime(at: Instant, now: Instant): string {
  const day = formatDay(at, now);
  const clock = formatClock(at);
  return day === clock ? clock : `${day} ${clock}`;
}

/** For the `datetime` of a time element; empty for a value that is no moment. */
export function machineTime(at: Instant): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}
