import type { Instant } from '../../../calls/call-event.ts';

/** The moment that a field for date and time names, on this computer's clock; null while it names none. */
export function instantOfField(value: string): Instant | null {
  const at = value === '' ? Number.NaN : new Date(value).getTime();
  return Number.isNaN(at) ? null : at;
}
