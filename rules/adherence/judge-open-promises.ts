import type { Instant } from '../../calls/call-event.ts';
import type { Adherence, AdherenceLine } from '../../contract/note/adherence.ts';
import type { FollowUps, RecordedFollowUp } from '../follow-ups/fold-follow-ups.ts';
import { isDone, type TeamWork } from '../follow-ups/is-done.ts';
import { followUpKey, type PendingFollowUp } from '../follow-ups/pending-follow-up.ts';
import { held, missed } from './line.ts';

/**
 * The score of a call is computed at the end of its wrap-up, when the time of a promise may not be
 * over. This judges the promises that were open then, by what the team has done since: written down
 * in time, late, or not at all.
 */
export function judgeOpenPromises(
  note: string,
  adherence: Adherence,
  { left, dropped }: FollowUps,
  work: TeamWork,
  now: Instant,
): Adherence {
  const own = [...left.values()].filter(
    (one) => one.note === note && one.what !== 'note-fields' && !dropped.has(followUpKey(one)),
  );
  if (own.length === 0) return adherence;
  const lines = adherence.lines.map((line) => {
    if (line.kind !== 'promise' || line.outcome !== 'not-applicable' || line.why !== 'not-known') return line;
    const { evidence } = line;
    const said = own.filter((one) => evidence === null || isSaidAt(one, evidence.at));
    return judged(line, said, work, now);
  });
  return { ...adherence, lines };
}

/** `at` is by the clock of the device, which the journal has; the offset may be measured anew. */
function isSaidAt({ saidAt, offset }: RecordedFollowUp, at: Instant): boolean {
  return Math.abs(saidAt - (offset ?? 0) - at) < 1_000;
}

function judged(
  line: AdherenceLine,
  promises: readonly PendingFollowUp[],
  work: TeamWork,
  now: Instant,
): AdherenceLine {
  const { situation, evidence } = line;
  const inTime = promises.map((one) => isDone(one, until(work, one.dueAt ?? now)));
  if (promises.length > 0 && inTime.every((done) => done)) return { ...held('promise'), situation, evidence };
  const isLate = promises.some(({ dueAt }, at) => inTime[at] === false && dueAt !== null && dueAt < now);
  return isLate ? { ...missed('promise', 'not-recorded'), situation, evidence } : line;
}

/** What was there at a time. */
function until({ orders, callBacks, warnings }: TeamWork, end: Instant): TeamWork {
  return {
    orders: [...orders].filter(({ openedAt }) => openedAt <= end),
    callBacks: callBacks.filter(({ plannedAt }) => plannedAt <= end),
    warnings,
  };
}
