import type { Instant } from '../../calls/call-event.ts';
import type { ScheduledClock } from '../../contract/messages/scheduled-clock.ts';
import type { ShiftRules } from '../../contract/pack/shift.ts';
import { nextTimeAt } from '../time/local-time.ts';
import type { Zone } from '../time/zone-offset.ts';
import { ARRIVE_EARLY_MS } from './arriving-shift.ts';

/** Marks the notification of a shift; those of work orders have no prefix. */
const PREFIX = 'shift:';

/**
 * The shifts of the next day, for the alarms of work-order clocks: 15 minutes before each the next
 * agents are expected and the others prepare to hand over, also while the panel is closed.
 */
export function shiftsToNotify(
  { begins }: Pick<ShiftRules, 'begins'>,
  now: Instant,
  utcOffsetMinutes: Zone,
  label: (at: Instant) => string,
): readonly ScheduledClock[] {
  const starts = new Set(begins.map((clock) => nextTimeAt(clock, now, utcOffsetMinutes)));
  return [...starts].map((at) => ({
    id: `${PREFIX}${at}`,
    order: `${PREFIX}${at}`,
    label: label(at),
    warnAt: at - ARRIVE_EARLY_MS,
    dueAt: at,
  }));
}

/** A shift begins and is not over then: nobody is late with anything. */
export function isShiftClock({ order }: Pick<ScheduledClock, 'order'>): boolean {
  return order.startsWith(PREFIX);
}
