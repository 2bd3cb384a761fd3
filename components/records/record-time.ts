import { formatClock } from '../format-time.ts';

/** `2026-11-22 14:05`: a record may be years old. */
export function recordTime(at: number): string {
  const day = new Date(at);
  if (Number.isNaN(day.getTime())) return formatClock(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())} ${formatClock(at)}`;
}
