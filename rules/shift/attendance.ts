import type { Instant } from '../../calls/call-event.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import type { Zone } from '../time/zone-offset.ts';
import { workingSpans } from '../work-orders/working-spans.ts';
import { foldShift } from './fold-shift.ts';

/** Who is known not to be at work at one moment. */
export interface Attendance {
  /** Since when an agent is signed out; null: at work, or keeps no shift. */
  awaySince(agent: string): Instant | null;
  /** The directory has people for this owner of stages, and none of them is on duty. */
  isOffWork(owner: string): boolean;
}

/** By the sign-ins of the team's events, and by the duty hours of the pack's directory. */
export function attendanceAt(
  now: Instant,
  events: readonly TeamEvent[],
  { shift, directory }: Pick<Pack, 'shift' | 'directory'>,
  zone: Zone,
): Attendance {
  const shifts = events.filter(({ type }) => type === 'shift-changed');
  return {
    awaySince(agent) {
      const own = foldShift(shifts, agent, shift, now);
      return own?.readiness.state === 'offline' ? own.lastOnlineAt : null;
    },
    isOffWork(owner) {
      const hours = directory.flatMap((entry) =>
        entry.kind === 'person' && entry.position === owner ? entry.hours : [],
      );
      if (hours.length === 0) return false;
      const place = { calendar: { hours, holidays: [], shifted: [] }, utcOffsetMinutes: zone };
      for (const { from, to } of workingSpans(now, 1, place)) if (now >= from && now < to) return false;
      return true;
    },
  };
}
