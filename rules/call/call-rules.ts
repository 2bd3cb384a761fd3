import type { AgentEvent } from '../../calls/agent-event.ts';
import type { Instant } from '../../calls/call-event.ts';
import type { PickedBy } from '../../calls/events/situation-picked.ts';
import type { Situation } from '../../contract/pack/situation.ts';
import type { Step } from '../../contract/pack/step.ts';
import { isDetour, isInterlude, isOpening, type PackIndex } from '../scripts/pack-index.ts';
import { doStep, enter, isUnused, type Moved, type Run, startRun, stepOf } from '../scripts/script-run.ts';
import { type CallFacts, withEntry } from './call-facts.ts';
import { hangUpReached, pendingStepsOf } from './pending-steps.ts';

/** One call as the rules know it. */
export interface CallRules {
  readonly facts: CallFacts;
  readonly run: Run | null;
  /** The script that a wait or another interlude interrupted; it goes on after that. */
  readonly suspended: Run | null;
}

/**
 * A call after a change, with the events that follow from the change and are not in the journal
 * yet.
 */
export interface Changed {
  readonly call: CallRules;
  readonly derived: readonly AgentEvent[];
}

/** A new script cancels the goodbye, unless the script belongs to the goodbye. */
const AFTER_GOODBYE = new Set(['closing', 'courtesy']);
/** Scripts that are used before the caller has stated the matter. */
const BEFORE_TALK = new Set(['opening', 'line']);

/**
 * Starts the script of a situation. It replaces the script on screen; an interlude resumes the
 * replaced one afterwards.
 */
export function pick(call: CallRules, index: PackIndex, id: string, by: PickedBy, at: Instant): CallRules {
  const situation = index.byId.get(id);
  if (situation === undefined || call.facts.call.state === 'ended') return call;
  const { facts } = call;
  return show(
    {
      ...facts,
      met: withEntry(facts.met, id, { pickedAt: at, finishedAt: null }),
      talkingSince: talksSince(call, situation, at),
      goodbyeAt: AFTER_GOODBYE.has(situation.group) || isDetour(situation) ? facts.goodbyeAt : null,
      mayHangUp: null,
    },
    startRun(situation, by, at, replacedBy(situation, call.run)),
    suspendedFor(call, situation, index),
    index,
    at,
  );
}

/** Null for a script that is only opened once more, and for one that resumes it anyway. */
function replacedBy(next: Situation, run: Run | null): Run | null {
  if (run === null || isDetour(next)) return null;
  if (run.situation === next.id) return run.replaced;
  return isUnused(run) ? (run.replaced ?? run) : run;
}

/**
 * Since when the conversation is about the matter itself: the use of a script about it shows that.
 */
function talksSince({ facts }: CallRules, { group }: Situation, at: Instant): Instant | null {
  if (facts.talkingSince !== null || facts.call.state !== 'established') return facts.talkingSince;
  return BEFORE_TALK.has(group) ? null : at;
}

/** The facts after a step of this situation was said or done. */
export function factsAfterStep(call: CallRules, situation: Situation, step: string, at: Instant): CallFacts {
  const { facts } = call;
  const said = stepOf(situation, step);
  const saysGoodbye = said?.kind === 'say' && said.isGoodbye === true && facts.call.state === 'established';
  return {
    ...facts,
    stepsDone: withEntry(facts.stepsDone, `${situation.id}/${step}`, at),
    talkingSince: talksSince(call, situation, at),
    goodbyeAt: saysGoodbye ? at : facts.goodbyeAt,
  };
}

function suspendedFor(call: CallRules, next: Situation, index: PackIndex): Run | null {
  if (!isInterlude(next)) return null;
  if (call.run === null) return call.suspended;
  const current = index.byId.get(call.run.situation);
  if (current === undefined || isInterlude(current)) return call.suspended;
  // With a new matter the goodbye is void.
  const isVoid = current.group === 'closing' && !isDetour(next) && !AFTER_GOODBYE.has(next.group);
  return isOpening(current) || isVoid ? null : call.run;
}

/**
 * The call after a move within a script. `left`: the run before the move, with the steps that the
 * move completed.
 */
export function follow(call: CallRules, index: PackIndex, moved: Moved, at: Instant): Changed {
  if (moved.to === 'step') {
    return { call: show(call.facts, moved.run, call.suspended, index, at), derived: [] };
  }
  const over = finish(call, index, at);
  const { run } = call;
  if (moved.to === 'end' || run === null) return { call: over, derived: [] };
  const left: CallRules = { ...over, run: null, suspended: call.suspended };
  const next = pick(left, index, moved.situation, run.by, at);
  const derived: AgentEvent = {
    type: 'situation-picked',
    call: call.facts.call.id,
    at,
    situation: moved.situation,
    by: run.by,
  };
  return { call: next, derived: [derived] };
}

/** The agent closed the script on screen. Opened by mistake, it leads back to the one before. */
export function close(call: CallRules, index: PackIndex, at: Instant): CallRules {
  const { run, suspended } = call;
  const back = run === null || !isUnused(run) ? null : run.replaced;
  return finish({ ...call, suspended: back ?? suspended }, index, at);
}

/** Ends the script on screen and resumes the one that it interrupted, at its step. */
export function finish(call: CallRules, index: PackIndex, at: Instant): CallRules {
  const { facts, run, suspended } = call;
  if (run === null) return call;
  const situation = index.byId.get(run.situation);
  const met = facts.met.get(run.situation);
  const after: CallFacts = {
    ...facts,
    met: met === undefined ? facts.met : withEntry(facts.met, run.situation, { ...met, finishedAt: at }),
    greetedAt: facts.greetedAt ?? (situation !== undefined && isOpening(situation) ? at : null),
    waitWanted: null,
    mayHangUp: situation !== undefined && followedToTheEnd(run, situation, at) ? run.stopsOn : null,
  };
  return suspended === null
    ? { facts: after, run: null, suspended: null }
    : show(after, enter(suspended, suspended.step, at), null, index, at);
}

/**
 * The hang-up step came up and no step is pending: the agent may end the call, even after the
 * script has ended.
 */
function followedToTheEnd(run: Run, situation: Situation, at: Instant): boolean {
  if (situation.hangUp !== 'after-script' || !hangUpReached(run, situation)) return false;
  const { steps, ms } = pendingStepsOf(run, situation, at);
  return steps === 0 && ms === 0;
}

/** Nobody is asked for a name that is known. */
function asksKnownName(step: Step, { name }: CallFacts, run: Run): boolean {
  if (name === null || step.kind === 'branch' || run.done.includes(step.id)) return false;
  return step.kind === 'say' ? step.asksName === true : step.action === 'ask-name';
}

/** The script on screen after a name became known. */
export function passKnownName(call: CallRules, index: PackIndex, at: Instant): CallRules {
  return call.run === null ? call : show(call.facts, call.run, call.suspended, index, at);
}

/**
 * Some steps change the facts of the call as soon as they are on screen; those that ask for a known
 * name are passed over.
 */
function show(facts: CallFacts, run: Run, suspended: Run | null, index: PackIndex, at: Instant): CallRules {
  const situation = index.byId.get(run.situation);
  const step = situation === undefined ? undefined : stepOf(situation, run.step);
  if (situation !== undefined && step !== undefined && asksKnownName(step, facts, run)) {
    const passed = doStep(run, situation, at);
    if (passed.to === 'step' && passed.run.step !== run.step)
      return show(facts, passed.run, suspended, index, at);
  }
  if (step?.kind !== 'do') return { facts, run, suspended };
  const goodbyeSaid = step.action === 'let-caller-hang-up' && facts.call.state === 'established';
  return {
    facts: {
      ...facts,
      goodbyeAt: facts.goodbyeAt ?? (goodbyeSaid ? at : null),
      nameAsked: facts.nameAsked || step.action === 'ask-name',
    },
    run,
    suspended,
  };
}
