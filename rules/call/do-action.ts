import type { AgentEvent } from '../../calls/agent-event.ts';
import type { Instant } from '../../calls/call-event.ts';
import type { DoStep, Step, StepAction } from '../../contract/pack/step.ts';
import { isDetour, type PackIndex } from '../scripts/pack-index.ts';
import { doStep, enter, stepOf } from '../scripts/script-run.ts';
import { withEntry } from './call-facts.ts';
import { type CallRules, type Changed, follow } from './call-rules.ts';

/** An action on the phone completes the step that asks for it, without another press. */
export function doAction(
  call: CallRules,
  index: PackIndex,
  actions: readonly StepAction[],
  at: Instant,
): Changed {
  const { facts, run } = call;
  const situation = run === null ? undefined : index.byId.get(run.situation);
  const step = run === null || situation === undefined ? undefined : stepOf(situation, run.step);
  if (run === null || situation === undefined || step === undefined || !asksFor(step, actions)) {
    return { call, derived: [] };
  }
  const stepsDone = withEntry(facts.stepsDone, `${situation.id}/${step.id}`, at);
  const done = follow({ ...call, facts: { ...facts, stepsDone } }, index, doStep(run, situation, at), at);
  return { call: done.call, derived: [stepDone(call, situation.id, step.id, 'done', at), ...done.derived] };
}

/**
 * Hold or mute while the script still asks the caller: the agent heard the answer. The script jumps
 * to the step for it; the unconfirmed steps are journaled as skipped.
 */
export function letCallerWait(
  call: CallRules,
  index: PackIndex,
  actions: readonly StepAction[],
  at: Instant,
): Changed {
  const { run } = call;
  const situation = run === null ? undefined : index.byId.get(run.situation);
  if (run === null || situation === undefined) return { call, derived: [] };
  const position = situation.steps.findIndex(({ id }) => id === run.step);
  const current = situation.steps[position];
  if (current === undefined || asksFor(current, actions) || !isDetour(situation)) {
    return doAction(call, index, actions, at);
  }
  const meant = situation.steps.slice(position + 1).find((step) => asksFor(step, actions));
  if (meant === undefined) return { call, derived: [] };
  const jumped = { ...enter(run, meant.id, at), trail: [...run.trail, current.id] };
  const skipped = current.kind === 'branch' ? [] : [stepDone(call, situation.id, current.id, 'skipped', at)];
  const { call: after, derived } = doAction({ ...call, run: jumped }, index, actions, at);
  return { call: after, derived: [...skipped, ...derived] };
}

export function asksFor(step: Step, actions: readonly StepAction[]): step is DoStep {
  return step.kind === 'do' && actions.includes(step.action);
}

function stepDone(
  call: CallRules,
  situation: string,
  step: string,
  how: 'done' | 'skipped',
  at: Instant,
): AgentEvent {
  return { type: 'step-done', call: call.facts.call.id, at, situation, step, how };
}
