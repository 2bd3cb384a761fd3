import type { AdherenceLine } from '../../contract/note/adherence.ts';
import type { Step } from '../../contract/pack/step.ts';
import { pendingStepsOf } from '../call/pending-steps.ts';
import { isDetour, isOpening } from '../scripts/pack-index.ts';
import { hasPresses } from './judge-opening.ts';
import { held, missed, notApplicable } from './line.ts';
import type { Visit } from './script-visits.ts';
import { momentsOf, type WatchedCall, wasListened } from './watch-call.ts';

/** The scripts that a practice caller needs were used (§2); nobody knows it of a real call. */
export function judgeScript(
  expected: readonly string[],
  watched: WatchedCall,
  visits: readonly Visit[],
): readonly AdherenceLine[] {
  if (expected.length === 0) return [notApplicable('script', 'not-known')];
  const [ended] = momentsOf(watched, 'ended');
  return expected.map((situation) => {
    const used = visits.find((visit) => visit.situation.id === situation && visit.steps.some(isDone));
    return used === undefined
      ? missed('script', 'not-used', { situation, entry: ended?.entry ?? null })
      : held('script', { situation, entry: used.entry });
  });
}

/** Every mandatory step of a script, in its order (§2). One line for each script. */
export function judgeSteps(watched: WatchedCall, visits: readonly Visit[]): readonly AdherenceLine[] {
  const lines = visits
    .filter(({ situation }) => !isOpening(situation) && !isDetour(situation))
    .map((visit) => stepsOfVisit(visit, watched));
  return lines.length === 0 ? [notApplicable('steps', 'no-occasion')] : worstOfEach(lines);
}

function stepsOfVisit(visit: Visit, watched: WatchedCall): AdherenceLine {
  const { situation, steps, left, leftBy, run, entry } = visit;
  const place = { situation: situation.id, entry };
  const skipped = steps.find(
    ({ event }) =>
      event.how === 'skipped' &&
      isMandatory(situation.steps, event.step) &&
      !steps.some((other) => other.event.step === event.step && isDone(other)),
  );
  if (skipped !== undefined) return missed('steps', 'step-skipped', { ...place, entry: skipped });
  const isBegun = steps.some(isDone);
  switch (left) {
    case 'followed':
      return held('steps', place);
    case 'closed':
      // A script that was opened by mistake asks for nothing.
      return isBegun && pendingStepsOf(run, situation, leftBy?.event.at ?? run.stepSince).steps > 0
        ? missed('steps', 'left-early', { ...place, entry: leftBy })
        : notApplicable('steps', 'talk-turned', place);
    case 'replaced':
      return isBegun ? held('steps', place) : notApplicable('steps', 'talk-turned', place);
    case 'call-ended': {
      const [ended] = momentsOf(watched, 'ended');
      const end = ended?.entry.event.end;
      const byAgent = end?.how === 'hung-up' && end.by === 'agent';
      const pending = pendingStepsOf(run, situation, ended?.entry.event.at ?? run.stepSince);
      if (byAgent && pending.steps > 0)
        return missed('steps', 'left-early', { ...place, entry: ended?.entry ?? null });
      if (isBegun || (byAgent && pending.steps === 0)) return held('steps', place);
      return wasListened(watched) || hasPresses(watched)
        ? notApplicable('steps', 'caller-left', place)
        : notApplicable('steps', 'not-listened', place);
    }
  }
}

/** The pauses that a script gives the caller (§2, column "Waits"). One line for each script. */
export function judgeWaits(watched: WatchedCall, visits: readonly Visit[]): readonly AdherenceLine[] {
  const [ended] = momentsOf(watched, 'ended');
  const end = ended?.entry.event.end;
  const lines = visits.flatMap((visit) => {
    const { situation, steps, left, run } = visit;
    const waits = situation.steps.filter((step) => step.kind !== 'branch' && step.wait?.mandatory === true);
    return waits.flatMap(({ id }): AdherenceLine[] => {
      const own = steps.filter(({ event }) => event.step === id);
      const over = own.find(({ event }) => event.how === 'waited' || event.how === 'interrupted');
      const place = { situation: situation.id, entry: over ?? own[0] ?? null };
      if (over !== undefined) return [held('waits', place)];
      if (own.some(({ event }) => event.how === 'skipped')) return [missed('waits', 'wait-cut-short', place)];
      const isRunning = left === 'call-ended' && run.step === id && run.waitSince !== null;
      if (!isRunning || end?.how !== 'hung-up') return [];
      return end.by === 'agent'
        ? [missed('waits', 'wait-cut-short', { ...place, entry: ended?.entry ?? null })]
        : [notApplicable('waits', 'caller-left', place)];
    });
  });
  return lines.length === 0 ? [notApplicable('waits', 'no-occasion')] : worstOfEach(lines);
}

const ORDER: readonly AdherenceLine['outcome'][] = ['missed', 'held', 'not-applicable'];

/** One line for each script: what was missed once counts, however often it was held. */
function worstOfEach(lines: readonly AdherenceLine[]): readonly AdherenceLine[] {
  const ids = [...new Set(lines.map(({ situation }) => situation))];
  return ids.flatMap((id) => {
    const own = lines.filter(({ situation }) => situation === id);
    return own
      .toSorted((one, other) => ORDER.indexOf(one.outcome) - ORDER.indexOf(other.outcome))
      .slice(0, 1);
  });
}

function isMandatory(steps: readonly Step[], id: string): boolean {
  const step = steps.find((one) => one.id === id);
  return step !== undefined && step.kind !== 'branch' && step.mandatory;
}

function isDone({ event }: Visit['steps'][number]): boolean {
  return event.how !== 'skipped';
}
