import type { AgentEvent } from '../../calls/agent-event.ts';
import type { Instant } from '../../calls/call-event.ts';
import type { Situation } from '../../contract/pack/situation.ts';
import type { Step, StepAction } from '../../contract/pack/step.ts';
import type { PackIndex } from '../scripts/pack-index.ts';
import { doStep, followingStep, stepOf } from '../scripts/script-run.ts';
import { isSaidIn, leastSpokenMs } from '../scripts/spoken-length.ts';
import { type CallRules, type Changed, factsAfterStep, follow } from './call-rules.ts';
import { currentWait } from './current-wait.ts';

/** A script has no more; against one that goes in a circle. */
const MOST_STEPS = 30;

/** How to speak or what to do meanwhile: done once the agent says the sentence that follows. */
const MEANWHILE: ReadonlySet<StepAction> = new Set(['manner', 'listen', 'note', 'look-up', 'verify']);

/**
 * The agent paused after `utteranceMs` of speech. What was said is done: the sentence on screen,
 * what had to be done before it, and the sentences after it that were said in the same breath. A
 * step with a wait begins its wait.
 */
export function agentPaused(call: CallRules, index: PackIndex, utteranceMs: number, at: Instant): Changed {
  const { run } = call;
  if (run === null || currentWait(call.facts.call) !== null) return { call, derived: [] };
  const spokenMs = run.spokenMs + utteranceMs;
  const derived: AgentEvent[] = [];
  let now: CallRules = { ...call, run: { ...run, spokenMs } };
  /** Speech that the sentences before have not used up. */
  let leftMs = spokenMs;
  let inSameBreath = false;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const { situation, step } = onScreen(now, index);
    if (situation === undefined || step === undefined || step.kind === 'branch') break;
    const wait = step.wait !== undefined;
    if (step.kind === 'do') {
      // Short responses while listening are not the sentence that follows.
      if (step.action === 'listen') leftMs = Math.min(leftMs, utteranceMs);
      const next = followingStep(situation, step);
      if (wait || !MEANWHILE.has(step.action) || next?.kind !== 'say' || !isSaidIn(next, leftMs)) break;
    } else {
      if (inSameBreath ? leftMs < leastSpokenMs(step) : !wait && !isSaidIn(step, leftMs)) break;
      if (wait && now.run?.waitSince !== null) break;
      leftMs -= leastSpokenMs(step);
      inSameBreath = true;
    }
    const after = done(now, index, at);
    now = after.call;
    derived.push(...after.derived);
    if (wait || now.run?.situation !== situation.id) break;
  }
  return { call: now, derived };
}

/**
 * The caller answers: the sentence on screen was said, if the agent said anything. A goodbye also
 * needs its length: the caller who has one more question answers a short word as well.
 */
export function callerReplied(call: CallRules, index: PackIndex, at: Instant): Changed {
  const { run, facts } = call;
  const { step } = onScreen(call, index);
  const replied = run === null ? call : { ...call, run: { ...run, callerSpoke: true } };
  if (run === null || step?.kind !== 'say' || step.wait !== undefined) return { call: replied, derived: [] };
  if (facts.line.agentSpeakingSince !== null || run.spokenMs === 0) return { call: replied, derived: [] };
  if (step.isGoodbye === true && !isSaidIn(step, run.spokenMs)) {
    // It is said in one turn: short words of several turns are not added up.
    return { call: { ...call, run: { ...run, callerSpoke: true, spokenMs: 0 } }, derived: [] };
  }
  return done(replied, index, at);
}

/** The caller paused: who was to be listened to was listened to, if the agent must decide now. */
export function callerPaused(call: CallRules, index: PackIndex, at: Instant): Changed {
  const { situation, step } = onScreen(call, index);
  if (situation === undefined || step?.kind !== 'do' || step.action !== 'listen')
    return { call, derived: [] };
  const decides = followingStep(situation, step)?.kind === 'branch';
  return decides && call.run?.callerSpoke === true ? done(call, index, at) : { call, derived: [] };
}

function done(call: CallRules, index: PackIndex, at: Instant): Changed {
  const { facts, run } = call;
  const { situation, step } = onScreen(call, index);
  if (run === null || situation === undefined || step === undefined) return { call, derived: [] };
  const moved = doStep(run, situation, at);
  const after = follow({ ...call, facts: factsAfterStep(call, situation, step.id, at) }, index, moved, at);
  const event: AgentEvent = {
    ...{ type: 'step-done', call: facts.call.id, at, situation: situation.id, step: step.id, how: 'done' },
  };
  return { call: after.call, derived: [event, ...after.derived] };
}

function onScreen({ run }: CallRules, index: PackIndex): { situation?: Situation; step?: Step } {
  const situation = run === null ? undefined : index.byId.get(run.situation);
  const step = run === null || situation === undefined ? undefined : stepOf(situation, run.step);
  return { ...(situation !== undefined && { situation }), ...(step !== undefined && { step }) };
}
