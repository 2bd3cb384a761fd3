import type { Instant } from '../../calls/call-event.ts';
import type { Situation } from '../../contract/pack/situation.ts';
import type { Step, Target } from '../../contract/pack/step.ts';
import type { Run } from '../scripts/script-run.ts';

/** What a script still requires before the agent may hang up. */
export interface PendingSteps {
  /** Number of mandatory steps, and steps with a mandatory wait, that are not done yet. */
  readonly steps: number;
  /** Of mandatory waits, ms. */
  readonly ms: number;
  /** The script leads to a hang-up from here; if not, only the caller ends the call. */
  readonly leadsToHangUp: boolean;
}

interface Debt {
  readonly steps: number;
  readonly ms: number;
}

const NO_DEBT: Debt = { steps: 0, ms: 0 };

/**
 * Pending steps: the skipped ones and those ahead, up to the hang-up step. At a branch the path to
 * the hang-up step with the fewest pending steps counts, so that nobody must do more than the rule
 * requires.
 */
export function pendingStepsOf(run: Run, situation: Situation, now: Instant): PendingSteps {
  const { steps } = situation;
  const behind = steps.filter(({ id }) => run.trail.includes(id) && id !== run.step);
  const left = behind.map((step) => debtOf(step, run, now)).reduce(plus, NO_DEBT);
  if (hangUpReached(run, situation)) return { ...left, leadsToHangUp: true };
  const { hangUp, end } = leastAhead(run, situation, (step) =>
    behind.includes(step) ? NO_DEBT : debtOf(step, run, now),
  );
  return { ...plus(left, hangUp ?? end), leadsToHangUp: hangUp !== null };
}

/** The hang-up step is or was on screen: later steps are for the time after the call. */
export function hangUpReached(run: Run, situation: Situation): boolean {
  return situation.steps.some(
    (step) => isHangUp(step) && (step.id === run.step || run.trail.includes(step.id)),
  );
}

/**
 * The fewest pending steps to a hang-up step and to any other end (Bellman–Ford: cycles and many
 * branches cost no more than a straight script).
 */
function leastAhead(
  run: Run,
  situation: Situation,
  costOf: (step: Step) => Debt,
): { hangUp: Debt | null; end: Debt } {
  const { steps } = situation;
  const start = steps.findIndex(({ id }) => id === run.step);
  const least: (Debt | null)[] = steps.map((step, index) => (index === start ? costOf(step) : null));
  let end: Debt | null = null;
  let changed = true;
  for (let round = 0; changed && round <= steps.length; round += 1) {
    changed = false;
    for (const [index, step] of steps.entries()) {
      const here = least[index];
      if (here === null || here === undefined || isHangUp(step)) continue;
      for (const way of waysFrom(step, index, steps)) {
        const next = steps[way];
        if (next === undefined) {
          if (isLess(here, end)) end = here;
          continue;
        }
        const there = isHangUp(next) ? here : plus(here, costOf(next));
        if (!isLess(there, least[way] ?? null)) continue;
        least[way] = there;
        changed = true;
      }
    }
  }
  const hangUps = steps.map((step, index) => (isHangUp(step) ? (least[index] ?? null) : null));
  const hangUp = hangUps.reduce((best, debt) => (debt !== null && isLess(debt, best) ? debt : best), null);
  return { hangUp, end: end ?? NO_DEBT };
}

/** Positions of the steps that can follow; a position without a step is the end of the script. */
function waysFrom(step: Step, index: number, steps: readonly Step[]): readonly number[] {
  const follow = (target: Target): number =>
    target.kind === 'step' ? steps.findIndex(({ id }) => id === target.step) : steps.length;
  if (step.kind === 'branch') return step.options.map(({ to }) => follow(to));
  return [step.next === undefined ? index + 1 : follow(step.next)];
}

function debtOf(step: Step, run: Run, now: Instant): Debt {
  if (step.kind === 'branch') return NO_DEBT;
  const waitPending = step.wait?.mandatory === true && !run.waited.includes(step.id);
  const sayingPending = (step.mandatory || waitPending) && !run.done.includes(step.id);
  const waitMs = (step.wait?.seconds ?? 0) * 1000;
  const gone = step.id === run.step && run.waitSince !== null ? Math.max(0, now - run.waitSince) : 0;
  return { steps: sayingPending ? 1 : 0, ms: waitPending ? Math.max(0, waitMs - gone) : 0 };
}

function isHangUp(step: Step): boolean {
  return step.kind === 'do' && step.action === 'hang-up';
}

function isLess(one: Debt, other: Debt | null): boolean {
  return other === null || one.ms < other.ms || (one.ms === other.ms && one.steps < other.steps);
}

function plus(one: Debt, other: Debt): Debt {
  return { steps: one.steps + other.steps, ms: one.ms + other.ms };
}
