import type { Instant } from '../../calls/call-event.ts';
import type { PackIndex } from '../scripts/pack-index.ts';
import type { CallRules } from './call-rules.ts';
import { pendingStepsOf } from './pending-steps.ts';
import type { HangUpGuard } from './rules-view.ts';

const FREE: HangUpGuard = { guarded: false };
const CALLER_FIRST: HangUpGuard = {
  guarded: true,
  situation: null,
  pendingSteps: 0,
  pendingMs: 0,
  callerFirst: true,
};

/**
 * Applies to every established call: the caller hangs up first, whatever is on screen (handbook
 * §1.7). One press ends the call only after a script that allows it has no pending step. A call
 * that is not answered yet can be rejected or cancelled freely. The guard never ends a call itself.
 */
export function hangUpGuard({ facts, run }: CallRules, index: PackIndex, now: Instant): HangUpGuard {
  if (facts.call.state !== 'established') return FREE;
  const situation = run === null ? undefined : index.byId.get(run.situation);
  if (facts.mayHangUp !== null) return FREE;
  if (run === null || situation === undefined) return CALLER_FIRST;
  const { steps, ms, leadsToHangUp } = pendingStepsOf(run, situation, now);
  const callerFirst = situation.hangUp === 'caller-first' || !leadsToHangUp;
  if (!callerFirst && steps === 0 && ms === 0) return FREE;
  return { guarded: true, situation: situation.id, pendingSteps: steps, pendingMs: ms, callerFirst };
}
