import type { Instant } from '../calls/call-event.ts';

/** `m:ss`, or `h:mm:ss` from an hour up. Never negative. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const rest = String(seconds % 60).padStart(2, '0');
  const minutes = Math.floor(seconds / 60) % 60;
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** Seconds left, rounded up. */
export function secondsLeft(ms: number): number {
  return Math.max(0, Math.ceil(ms / 1000));
}

/** `14:05` in the agent's own time zone. */
export function formatClock(at: Instant): string {
  const time = new Date(at);
  return `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
}

/** The clock time today, else month and day (`11-20`). */
export function formatDay(at: Instant, now: Instant): string {
  const day = new Date(at);
  if (day.toDateString() === new Date(now).toDateString()) return formatClock(at);
  return `${day.getMonth() + 1}-${String(day.getDate()).padStart(2, '0')}`;
}

/** `15:00` today, else `11-24 15:00`. */
export function dayAndTime(at: Instant, now: Instant): string {
  const day = formatDay(at, now);
  const clock = formatClock(at);
  return day === clock ? clock : `${day} ${clock}`;
}
