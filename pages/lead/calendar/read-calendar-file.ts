import * as v from 'valibot';
import { clippedText } from '../../../calls/vocabulary/bounded-text.ts';
import { daySchema } from '../../../contract/pack/calendar-day.ts';
import { numberOfDay } from '../../../contract/pack/day-number.ts';
import type { ImportedDays } from '../../../rules/calendar/merge-calendar.ts';
import { dayOfNumber } from '../../../rules/time/local-time.ts';

export type CalendarFile =
  | { readonly ok: true; readonly days: readonly ImportedDays[] }
  | { readonly ok: false; readonly reason: 'too-large' | 'unreadable' | 'empty' };

/** A year of holidays has 20 kB. */
const MOST_BYTES = 1_000_000;
const MOST_EVENTS = 2_000;
/** No holiday is longer. */
const LONGEST_DAYS = 31;
const LONGEST_NAME = 40;

/** Whole days of an iCalendar file (RFC 5545). Rules of repetition are not followed. */
export async function readCalendarFile(file: Blob): Promise<CalendarFile> {
  if (file.size > MOST_BYTES) return { ok: false, reason: 'too-large' };
  try {
    const days = await daysOf(await file.text());
    return days.length === 0 ? { ok: false, reason: 'empty' } : { ok: true, days };
  } catch (error) {
    console.warn('calendar: a file could not be read', error);
    return { ok: false, reason: 'unreadable' };
  }
}

/** The library is loaded when somebody imports. */
async function daysOf(text: string): Promise<readonly ImportedDays[]> {
  const { default: ical } = await import('ical.js');
  const calendar = new ical.Component(ical.parse(text));
  const events = calendar.getAllSubcomponents('vevent').slice(0, MOST_EVENTS);
  return events.flatMap((component) => {
    const event = new ical.Event(component);
    const from = dayIn(event.startDate);
    const name = clippedText(String(component.getFirstPropertyValue('summary') ?? '').trim(), LONGEST_NAME);
    if (from === null || name === '') return [];
    const { endDate } = event;
    const end = dayIn(endDate) ?? from;
    // The end of whole days is the first day after them (RFC 5545 §3.6.1).
    const last = endDate.isDate && end > from ? dayOfNumber(numberOfDay(end) - 1) : end;
    const isLong = numberOfDay(last) - numberOfDay(from) >= LONGEST_DAYS;
    return last < from || isLong ? [] : [{ name, from, to: last }];
  });
}

interface CalendarTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function dayIn(time: CalendarTime | null): string | null {
  if (time === null) return null;
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${time.year}-${two(time.month)}-${two(time.day)}`;
  return v.is(daySchema, day) ? day : null;
}
