import type { Instant } from '../../calls/call-event.ts';

/** The local calendar day, `2026-11-22`; empty for a value that is no moment. */
export function dayOf(at: Instant): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '';
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
