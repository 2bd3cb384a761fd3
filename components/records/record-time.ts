import { clockOf, shownTime } from '../shown-time.ts';

/** `2026-11-22 14:05`: a record may be years old. */
export function recordTime(at: number): string {
  const time = shownTime(at);
  return time === null ? '–' : `${time.day} ${clockOf(time.minuteOfDay)}`;
}
