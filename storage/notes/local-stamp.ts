import type { Instant } from '../../calls/call-event.ts';

/**
 * Formats moments with the local clock and its distance from UTC, `2026-11-22T09:05:00+08:00`, so
 * that an exported file is unambiguous in another time zone or season. Empty for a value that is no
 * moment.
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
    if (Number.isNaN(new Date(at).getTime())) return '';
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const [year, month, day, hour, minute, second] = (
      ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
    ).map((part) => parts.get(part));
    // UTC gives `GMT` without an offset.
    const offset = parts.get('timeZoneName')?.slice('GMT'.length) || '+00:00';
    return `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
  };
}
