import type { Instant } from '../../calls/call-event.ts';
import { numberOfDay } from '../../contract/pack/day-number.ts';
import { dayOfNumber, localTime, startOfDay } from '../time/local-time.ts';
import type { Zone } from '../time/zone-offset.ts';

export const SPAN_KINDS = ['day', 'week', 'month'] as const;

export type SpanKind = (typeof SPAN_KINDS)[number];

/** The local days that a report covers. Weeks start on Monday. */
export interface FigureSpan {
  readonly kind: SpanKind;
  /** First and last local day, `YYYY-MM-DD`, both included. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** `to` is excluded. */
  readonly from: Instant;
  readonly to: Instant;
  /** Starts of the hours of a day, or of the days of a week or month. */
  readonly buckets: readonly Instant[];
}

const HOUR_MS = 3_600_000;

/**
 * The day, week or month that contains `at`. A day of a place may have 23 or 25 hours, when its
 * clock is set forward or back.
 */
export function spanAround(kind: SpanKind, at: Instant, utcOffsetMinutes: Zone): FigureSpan {
  const { day, dayNumber, weekday } = localTime(at, utcOffsetMinutes);
  const [first, last] =
    kind === 'day'
      ? [dayNumber, dayNumber]
      : kind === 'week'
        ? [dayNumber - weekday, dayNumber - weekday + 6]
        : monthOf(day);
  const [from, to] = [startOfDay(first, utcOffsetMinutes), startOfDay(last + 1, utcOffsetMinutes)];
  const buckets =
    kind === 'day'
      ? Array.from({ length: Math.ceil((to - from) / HOUR_MS) }, (_, hour) => from + hour * HOUR_MS)
      : Array.from({ length: last - first + 1 }, (_, n) => startOfDay(first + n, utcOffsetMinutes));
  return { kind, firstDay: dayOfNumber(first), lastDay: dayOfNumber(last), from, to, buckets };
}

/** The span that contains a local day, `YYYY-MM-DD`. */
export function spanOfDay(kind: SpanKind, day: string, utcOffsetMinutes: Zone): FigureSpan {
  return spanAround(kind, startOfDay(numberOfDay(day), utcOffsetMinutes), utcOffsetMinutes);
}

/** The bucket that contains `at`; -1 outside the span. */
export function bucketAt({ buckets, to }: FigureSpan, at: Instant): number {
  return at >= to ? -1 : buckets.findLastIndex((start) => start <= at);
}

function monthOf(day: string): readonly [number, number] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const two = (value: number) => String(value).padStart(2, '0');
  const first = numberOfDay(`${year}-${two(month)}-01`);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${two(month + 1)}-01`;
  return [first, numberOfDay(next) - 1];
}
