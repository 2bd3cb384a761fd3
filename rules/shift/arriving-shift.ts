import type { Instant } from '../../calls/call-event.ts';
import type { ShiftRules } from '../../contract/pack/shift.ts';
import { nextTimeAt } from '../time/local-time.ts';
import type { Zone } from '../time/zone-offset.ts';

/** The next agent comes so much earlier, to take over (handbook §6.1). */
export const ARRIVE_EARLY_MS = 15 * 60_000;

/** When the shift begins for which the next agents should be here now; null if none is near. */
export function arrivingShift(
  { begins }: Pick<ShiftRules, 'begins'>,
  now: Instant,
  utcOffsetMinutes: Zone,
): Instant | null {
  const starts = begins.map((clock) => nextTimeAt(clock, now, utcOffsetMinutes));
  const near = starts.filter((at) => at - now <= ARRIVE_EARLY_MS);
  return near.length === 0 ? null : Math.min(...near);
}
