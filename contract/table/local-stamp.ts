import type { Instant } from '../../calls/call-event.ts';

/** A moment on a local clock; the month is 1–12, the offset from UTC as in `+08:00`. */
export interface LocalParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly offset: string;
}

/**
 * Formats moments with the local clock and its distance from UTC, `2026-11-22T09:05:00+08:00`, so
 * that an exported file is unambiguous in another time zone or season. Empty for a value that is no
 * moment.
 */
export function localStamp(timeZone: string): (at: Instant) => string {
  const partsAt = localParts(timeZone);
  return (at) => {
    const parts = partsAt(at);
    if (parts === null) return '';
    const [month, day, hour, minute, second] = [
      ...[parts.month, parts.day, parts.hour, parts.minute, parts.second],
    ].map((part) => String(part).padStart(2, '0'));
    return `${parts.year}-${month}-${day}T${hour}:${minute}:${second}${parts.offset}`;
  };
}

/** ECMA-262, time values: as far as a date goes, in ms from 1970. */
const LAST_MOMENT = 8.64e15;

/** Null for a value that is no moment. */
export function localParts(timeZone: string): (at: Instant) => LocalParts | null {
  const format = formatIn(timeZone);
  return (at) => {
    if (!(Math.abs(at) <= LAST_MOMENT)) return null;
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const number = (part: Intl.DateTimeFormatPartTypes) => Number(parts.get(part));
    return {
      ...{ year: number('year'), month: number('month'), day: number('day') },
      ...{ hour: number('hour'), minute: number('minute'), second: number('second') },
      // UTC gives `GMT` without an offset.
      offset: parts.get('timeZoneName')?.slice('GMT'.length) || '+00:00',
    };
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than using it a hundred times. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en', {
    ...{
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      timeZoneName: 'longOffset',
    },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
  formats.set(timeZone, made);
  return made;
}
