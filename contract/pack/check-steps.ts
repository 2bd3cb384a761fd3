import type { PackReason } from './pack-problem.ts';
import type { Situation } from './situation.ts';
import type { Step, Target } from './step.ts';

type Report = (path: readonly (string | number)[], why: PackReason) => void;

/** One script: known targets, no unreachable step, no endless loop, hang-up as its rule says. */
export function checkSteps({ steps, hangUp }: Situation, report: Report): void {
  const index = new Map(steps.map(({ id }, n) => [id, n]));
  const follow = (target: Target): number[] =>
    target.kind === 'step' ? [index.get(target.step) ?? -1].filter((n) => n >= 0) : [];
  const after = (step: Step, n: number): number[] => {
    if (step.kind === 'branch') return step.options.flatMap(({ to }) => follow(to));
    if (step.next !== undefined) return follow(step.next);
    return n + 1 < steps.length ? [n + 1] : [];
  };

  for (const n of unreached(steps, after)) report(['steps', n], { kind: 'unreachable' });
  for (const [n, step] of steps.entries()) {
    if (runsInACircle(steps, after, n)) report(['steps', n], { kind: 'endless' });
    if (hangUp === 'caller-first' && isHangUp(step)) report(['steps', n], { kind: 'hang-up-forbidden' });
  }
  if (hangUp === 'after-script' && !isGuarded(steps)) report(['hangUp'], { kind: 'hang-up-unguarded' });
}

type After = (step: Step, n: number) => number[];

function unreached(steps: readonly Step[], after: After): number[] {
  const reached = new Set<number>();
  const open = [0];
  for (let n = open.pop(); n !== undefined; n = open.pop()) {
    const step = steps[n];
    if (step === undefined || reached.has(n)) continue;
    reached.add(n);
    open.push(...after(step, n));
  }
  return [...steps.keys()].filter((n) => !reached.has(n));
}

/** Follows the steps until a branch, the end, or `start` again: only a branch asks the agent. */
function runsInACircle(steps: readonly Step[], after: After, start: number): boolean {
  let n = start;
  for (let count = 0; count <= steps.length; count++) {
    const step = steps[n];
    if (step === undefined || step.kind === 'branch') return false;
    const [next] = after(step, n);
    if (next === undefined) return false;
    if (next === start) return true;
    n = next;
  }
  return false;
}

function isHangUp(step: Step): boolean {
  return step.kind === 'do' && step.action === 'hang-up';
}

/** A hang-up step with something mandatory before it. */
function isGuarded(steps: readonly Step[]): boolean {
  const before = steps.slice(0, Math.max(steps.findIndex(isHangUp), 0));
  return before.some((step) => step.kind !== 'branch' && (step.mandatory || step.wait?.mandatory === true));
}
