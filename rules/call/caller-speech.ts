import type { Instant } from '../../calls/call-event.ts';
import type { WaitEnder } from '../../contract/pack/step.ts';
import type { PackIndex } from '../scripts/pack-index.ts';
import { endWait, stepOf } from '../scripts/script-run.ts';
import { type CallRules, type Changed, finish, follow } from './call-rules.ts';

/**
 * The caller spoke: reported by the line analyser (`speech`) or by the agent's key, which counts as
 * speech where no analyser runs. Ends a wait for the caller's answer, and stops a script for a
 * silent caller.
 */
export function callerSpeaks(
  call: CallRules,
  index: PackIndex,
  as: readonly WaitEnder[],
  at: Instant,
): Changed {
  const { facts } = call;
  const answered = facts.call.state === 'established';
  const talkingSince = facts.talkingSince ?? (answered ? at : null);
  return endedBy({ ...call, facts: { ...facts, talkingSince } }, index, as, at);
}

/** Ends the wait on screen, the script, or the leave to hang up, if this is what ends it. */
export function endedBy(call: CallRules, index: PackIndex, as: readonly WaitEnder[], at: Instant): Changed {
  const { facts, run } = call;
  const mayHangUp = facts.mayHangUp?.some((by) => as.includes(by)) === true ? null : facts.mayHangUp;
  const after: CallRules = { ...call, facts: { ...facts, mayHangUp } };
  const does = run === null ? 'nothing' : whatItEnds(call, index, as);
  if (run === null || does === 'nothing') return { call: after, derived: [] };
  const { situation, step } = run;
  const interrupted = interrupt(after, index, at);
  return {
    call: interrupted.call,
    derived: [
      { type: 'step-done', call: facts.call.id, at, situation, step, how: 'interrupted' },
      ...interrupted.derived,
    ],
  };
}

/** Ends the wait on screen early, or the whole script, as the step defines. */
export function interrupt(call: CallRules, index: PackIndex, at: Instant): Changed {
  const { run } = call;
  const situation = run === null ? undefined : index.byId.get(run.situation);
  if (run === null || situation === undefined) return { call, derived: [] };
  const step = stepOf(situation, run.step);
  const goesOn = step !== undefined && step.kind !== 'branch' && step.wait?.onEnd === 'next';
  if (goesOn) return follow(call, index, endWait(run, situation, at), at);
  const stopped = finish(call, index, at);
  return { call: { ...stopped, facts: { ...stopped.facts, mayHangUp: null } }, derived: [] };
}

function whatItEnds(
  { run }: CallRules,
  index: PackIndex,
  as: readonly WaitEnder[],
): 'nothing' | 'wait' | 'script' {
  const situation = run === null ? undefined : index.byId.get(run.situation);
  if (run === null || situation === undefined) return 'nothing';
  const step = stepOf(situation, run.step);
  const wait = step === undefined || step.kind === 'branch' ? undefined : step.wait;
  if (wait?.endedBy.some((by) => as.includes(by)) === true) {
    if (wait.onEnd === 'stop') return 'script';
    return run.waitSince === null ? 'nothing' : 'wait';
  }
  return wait === undefined && run.stopsOn.some((by) => as.includes(by)) ? 'script' : 'nothing';
}
