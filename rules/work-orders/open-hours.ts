import type { Instant } from '../../calls/call-event.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { Zone } from '../time/zone-offset.ts';
import { workingSpans } from './working-spans.ts';

/** Whether the team works at a moment, by the calendar of its pack. */
export function openHoursOf({ calendar }: Pack, utcOffsetMinutes: Zone): (at: Instant) => boolean {
  return (at) => {
    for (const { from, to } of workingSpans(at, 1, { calendar, utcOffsetMinutes })) {
      if (at >= from && at < to) return true;
    }
    return false;
  };
}
