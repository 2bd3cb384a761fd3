import type { Instant } from '../../calls/call-event.ts';
import type { PickedBy } from '../../calls/events/situation-picked.ts';
import type { Situation } from '../../contract/pack/situation.ts';
import type { Step, Target, WaitEnder } from '../../contract/pack/step.ts';

/** One running script. */
export interface Run {
  readonly situation: string;
  readonly by: PickedBy;
  readonly startedAt: Instant;
  /** Id of the step on screen, and when it came up. */
  readonly step: string;
  readonly stepSince: Instant;
  /** When its wait began; null until the step is said or done. */
  readonly waitSince: Instant | null;
  /** Speech of the agent during this step that has ended, ms. */
  readonly spokenMs: number;
  /** The caller spoke during this step. */
  readonly callerSpoke: boolean;
  /** Steps that were said or done, and waits that were completed. */
  readonly done: readonly string[];
  readonly waited: readonly string[];
  /** Steps that were left, in order; `back` returns along them. */
  readonly trail: readonly string[];
  /**
   * A wait ended without what could have stopped it; from now on that stops the script at any step.
   */
  readonly stopsOn: readonly WaitEnder[];
  /** The script on screen before this one, to which a script opened by mistake leads back. */
  readonly replaced: Run | null;
}

/** The result of a move. */
export type Moved =
  | { readonly to: 'step'; readonly run: Run }
  | { readonly to: 'situation'; readonly situation: string }
  | { readonly to: 'end' };

export function startRun(situation: Situation, by: PickedBy, at: Instant, replaced: Run | null = null): Run {
  return {
    situation: situation.id,
    by,
    startedAt: at,
    step: situation.steps[0]?.id ?? '',
    stepSince: at,
    waitSince: null,
    spokenMs: 0,
    callerSpoke: false,
    done: [],
    waited: [],
    trail: [],
    stopsOn: [],
    // One is enough: a list would grow with the call.
    replaced: replaced === null ? null : { ...replaced, replaced: null },
  };
}

/** Nothing of it was said or done, or passed over. */
export function isUnused({ done, trail }: Run): boolean {
  return done.length === 0 && trail.length === 0;
}

export function stepOf(situation: Situation, id: string): Step | undefined {
  return situation.steps.find((step) => step.id === id);
}

/**
 * The default next step: undefined before a branch is decided, at the end, or if another situation
 * follows.
 */
export function followingStep(situation: Situation, step: Step): Step | undefined {
  if (step.kind === 'branch') return undefined;
  if (step.next === undefined) return situation.steps[situation.steps.indexOf(step) + 1];
  return step.next.kind === 'step' ? stepOf(situation, step.next.step) : undefined;
}

/**
 * The step was said or done: its wait begins, or the next step comes up. A second press does not
 * shorten a mandatory wait.
 */
export function doStep(run: Run, situation: Situation, at: Instant): Moved {
  const step = stepOf(situation, run.step);
  if (step === undefined || step.kind === 'branch') return { to: 'step', run };
  const paid = { ...run, done: withId(run.done, step.id) };
  if (step.wait === undefined) return leave(paid, situation, step.next, at);
  if (run.waitSince === null) return { to: 'step', run: { ...paid, waitSince: at } };
  return step.wait.mandatory ? { to: 'step', run } : leave(paid, situation, step.next, at);
}

/** The step was skipped: the guard still counts it as pending. */
export function skipStep(run: Run, situation: Situation, at: Instant): Moved {
  const step = stepOf(situation, run.step);
  if (step === undefined || step.kind === 'branch') return { to: 'step', run };
  return leave(run, situation, step.next, at);
}

/** The wait ended: its time is over, or what it waited for happened. */
export function endWait(run: Run, situation: Situation, at: Instant): Moved {
  const step = stepOf(situation, run.step);
  if (step === undefined || step.kind === 'branch' || step.wait === undefined) return { to: 'step', run };
  const kept = {
    ...run,
    waited: withId(run.waited, step.id),
    stopsOn: step.wait.onEnd === 'stop' ? [...new Set([...run.stopsOn, ...step.wait.endedBy])] : run.stopsOn,
  };
  return leave(kept, situation, step.next, at);
}

export function chooseOption(run: Run, situation: Situation, option: string, at: Instant): Moved {
  const step = stepOf(situation, run.step);
  const chosen =
    step?.kind === 'branch' ? step.options.find((candidate) => candidate.id === option) : undefined;
  return chosen === undefined ? { to: 'step', run } : leave(run, situation, chosen.to, at);
}

/** Returns to the previous step. Completed steps stay completed. */
export function stepBack(run: Run, at: Instant): Run {
  const before = run.trail.at(-1);
  return before === undefined ? run : { ...enter(run, before, at), trail: run.trail.slice(0, -1) };
}

/** Shows a step; its wait has not begun. */
export function enter(run: Run, step: string, at: Instant): Run {
  return { ...run, step, stepSince: at, waitSince: null, spokenMs: 0, callerSpoke: false };
}

function leave(run: Run, situation: Situation, next: Target | undefined, at: Instant): Moved {
  const trail = [...run.trail, run.step];
  if (next?.kind === 'end') return { to: 'end' };
  if (next?.kind === 'situation') return { to: 'situation', situation: next.situation };
  const following = situation.steps[situation.steps.findIndex(({ id }) => id === run.step) + 1];
  const step = next?.step ?? following?.id;
  return step === undefined ? { to: 'end' } : { to: 'step', run: { ...enter(run, step, at), trail } };
}

function withId(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids : [...ids, id];
}
