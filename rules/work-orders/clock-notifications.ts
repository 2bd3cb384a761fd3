import type { Instant } from '../../calls/call-event.ts';
import type { NotifiedClocks, ScheduledClock } from '../../contract/messages/scheduled-clock.ts';
import { isShiftClock } from '../shift/shifts-to-notify.ts';

export interface DueNotification {
  readonly clock: ScheduledClock;
  readonly say: 'warned' | 'over';
}

export interface ClockNotifications {
  readonly notify: readonly DueNotification[];
  readonly notified: NotifiedClocks;
  /** When to check again; null if no clock runs. */
  readonly nextAt: Instant | null;
}

/**
 * The notifications that are due now, once for each clock and state. A clock that came close and
 * ended while the computer slept is notified as over only; a system clock that was set back
 * repeats nothing.
 */
export function clockNotifications(
  schedule: readonly ScheduledClock[],
  notified: NotifiedClocks,
  now: Instant,
): ClockNotifications {
  const notify: DueNotification[] = [];
  const after: Record<string, 'warned' | 'over'> = {};
  let nextAt: Instant | null = null;
  for (const clock of schedule) {
    const before = notified[clock.id];
    const say = stateOf(clock, now);
    if (say !== null && before !== 'over' && before !== say) notify.push({ clock, say });
    const known = before === 'over' ? before : (say ?? before);
    if (known !== undefined) after[clock.id] = known;
    for (const at of [clock.warnAt, clock.dueAt]) {
      if (at > now && known !== 'over' && (nextAt === null || at < nextAt)) nextAt = at;
    }
  }
  return { notify, notified: after, nextAt };
}

function stateOf(clock: ScheduledClock, now: Instant): DueNotification['say'] | null {
  if (now >= clock.dueAt) return isShiftClock(clock) ? null : 'over';
  return now >= clock.warnAt ? 'warned' : null;
}

/** How many orders and call-backs have a clock that is over. */
export function overdueCount(schedule: readonly ScheduledClock[], now: Instant): number {
  const over = schedule.filter((clock) => stateOf(clock, now) === 'over');
  return new Set(over.map(({ order }) => order)).size;
}

/**
 * The schedule after the phone host reported the clocks again. Clocks that it cannot read, because
 * nobody has unlocked since the restart, stay scheduled.
 */
export function mergeSchedule(
  known: readonly ScheduledClock[],
  seen: readonly ScheduledClock[],
  complete: boolean,
): readonly ScheduledClock[] {
  if (complete) return seen;
  const orders = new Set(seen.map(({ order }) => order));
  return [...known.filter(({ order }) => !orders.has(order)), ...seen];
}
