import type { Instant } from '../../../calls/call-event.ts';

/** The moment in a date and time field, in this computer's time zone; null for none. */
export function instantOfField(value: string): Instant | null {
  const at = value === '' ? Number.NaN : new Date(value).getTime();
  return Number.isNaN(at) ? null : at;
}
