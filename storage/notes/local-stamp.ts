import type { Instant } from '../../calls/call-event.ts';

/**
 * Writes moments as a reader's clock showed them, with its distance from UTC: `2026-11-22T09:05:00+08:00`. Who reads an exported
 * file elsewhere, or in another half of the year, still knows which moment was meant.
 */
export function localStamp(timeZone: string): (at: Instant) => string {
  const format = new Intl.DateTimeFormat('en', {
    ...{
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      timeZoneName: 'longOffset',
    },
    ...{
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    },
  });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const [year, month, day, hour, minute, second] = (
      ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
    ).map((part) => parts.get(part));
    // `GMT` alone where the clock is UTC's.
    const offset = parts.get('timeZoneName')?.slice('GMT'.length) || '+00:00';
    return `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
  };
}
