import type { Instant } from '../../calls/call-event.ts';
import type { ShiftRules } from '../../contract/pack/shift.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import { foldShift, type Shift } from './fold-shift.ts';

/**
 * The shift with all times by the device's clock, as `now` is. Events are corrected to the server's
 * clock; a duration that mixed both would be wrong by `offset` (server minus device).
 */
export function foldShiftHere(
  events: readonly TeamEvent[],
  agent: string,
  rules: ShiftRules,
  now: Instant,
  offset: number | null,
): Shift | null {
  const ahead = offset ?? 0;
  const shift = foldShift(events, agent, rules, now + ahead);
  if (shift === null || ahead === 0) return shift;
  const here = (at: Instant | null) => (at === null ? at : at - ahead);
  return {
    ...shift,
    since: shift.since - ahead,
    endsAt: here(shift.endsAt),
    signedInAt: here(shift.signedInAt),
    lastOnlineAt: here(shift.lastOnlineAt),
    spans: shift.spans.map(({ readiness, from, to }) => ({ readiness, from: from - ahead, to: here(to) })),
  };
}
