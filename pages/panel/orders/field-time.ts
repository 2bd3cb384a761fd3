import type { Instant } from '../../../calls/call-event.ts';

/** The moment in a date and time field, in this computer's time zone; null for none. */
export function instantOfField(value: string): Instant | null {
  const at = value === '' ? Number.NaN : new Date(value).getTime();
  return Number.isNaN(at) ? null : at;
}

/** The moment as a date and time field shows it, in this computer's time zone. */
export function fieldOfInstant(at: Instant): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '';
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
