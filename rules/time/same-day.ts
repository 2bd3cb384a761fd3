import type { Instant } from '../../calls/call-event.ts';
import { localTime } from './local-time.ts';
import type { Zone } from './zone-offset.ts';

/** Whether a moment is on the local day of `now`. */
export function isSameDay(now: Instant, utcOffsetMinutes: Zone): (at: Instant) => boolean {
  const today = localTime(now, utcOffsetMinutes).dayNumber;
  return (at) => localTime(at, utcOffsetMinutes).dayNumber === today;
}
