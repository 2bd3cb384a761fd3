import type { Instant } from '../../calls/call-event.ts';
import type { TimeLimit } from '../../contract/pack/time-limit.ts';
import { localTime } from '../time/local-time.ts';
import type { OrderRules } from './order-rules.ts';
import { type WorkingSpan, workingSpans } from './working-spans.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A calendar with so many days off in a row is ignored. */
const HORIZON_DAYS = 1500;

type Place = Pick<OrderRules, 'calendar' | 'utcOffsetMinutes'>;

/** When a limit that begins at `start` ends. */
export function timeLimitEnd({ unit, count }: TimeLimit, start: Instant, place: Place): Instant {
  switch (unit) {
    case 'min':
      return start + count * MINUTE_MS;
    case 'h':
      return start + count * HOUR_MS;
    case 'working-h':
      return afterWorkingTime(count * HOUR_MS, start, place) ?? start + count * HOUR_MS;
    case 'working-d':
      return endOfWorkingDay(count, start, place) ?? start + count * 24 * HOUR_MS;
  }
}

/**
 * When a clock of this limit warns: so many minutes before its end, and for a limit in working time
 * so many working minutes, so that nobody is warned at night.
 */
export function warnMoment(limit: TimeLimit | null, dueAt: Instant, minutes: number, place: Place): Instant {
  const plain = dueAt - minutes * MINUTE_MS;
  if (limit === null || limit.unit === 'min' || limit.unit === 'h') return plain;
  return workingTimeBefore(dueAt, minutes * MINUTE_MS, place) ?? plain;
}

/** When work next begins, later than `now`. */
export function nextOpening(now: Instant, place: Place): Instant {
  for (const { from } of workingSpans(now, HORIZON_DAYS, place)) if (from > now) return from;
  return now + 24 * HOUR_MS;
}

function afterWorkingTime(ms: number, start: Instant, place: Place): Instant | null {
  let left = ms;
  for (const span of workingSpans(start, HORIZON_DAYS, place)) {
    const from = Math.max(span.from, start);
    const lasts = Math.max(0, span.to - from);
    if (lasts >= left) return from + left;
    left -= lasts;
  }
  return null;
}

/** Holidays are shorter than a month. */
const LONGEST_PAUSE_DAYS = 31;

function workingTimeBefore(dueAt: Instant, ms: number, place: Place): Instant | null {
  const from = dueAt - LONGEST_PAUSE_DAYS * 24 * HOUR_MS;
  const spans = [...workingSpans(from, LONGEST_PAUSE_DAYS + 1, place)].filter((span) => span.from < dueAt);
  let left = ms;
  for (const span of spans.reverse()) {
    const to = Math.min(span.to, dueAt);
    if (to - span.from >= left) return to - left;
    left -= to - span.from;
  }
  return null;
}

/** The day of the start itself does not count, worked or not. */
function endOfWorkingDay(count: number, start: Instant, place: Place): Instant | null {
  const today = localTime(start, place.utcOffsetMinutes).dayNumber;
  let days = 0;
  let last: WorkingSpan | null = null;
  for (const span of workingSpans(start, HORIZON_DAYS, place)) {
    if (span.dayNumber <= today) continue;
    if (span.dayNumber !== last?.dayNumber) {
      if (days === count) break;
      days += 1;
    }
    last = span;
  }
  return last?.to ?? null;
}
