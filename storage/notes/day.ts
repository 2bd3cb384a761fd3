import type { Instant } from '../../calls/call-event.ts';
import { localStamp } from '../../contract/table/local-stamp.ts';
import { teamZone } from '../../contract/team/team-zone.ts';

/** The calendar day of the team, `2026-11-22`; empty for a value that is no moment. */
export function dayOf(at: Instant): string {
  const zone = teamZone();
  if (zone !== null) return localStamp(zone)(at).slice(0, 'YYYY-MM-DD'.length);
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '';
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
