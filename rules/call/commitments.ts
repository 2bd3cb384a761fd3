import type { Instant } from '../../calls/call-event.ts';
import type { JournalEvent } from '../../calls/journal-entry.ts';
import type { Situation } from '../../contract/pack/situation.ts';
import type { Step } from '../../contract/pack/step.ts';
import type { PackIndex } from '../scripts/pack-index.ts';
import { stepOf } from '../scripts/script-run.ts';
import type { Commitment } from './call-facts.ts';
import type { CallRules } from './call-rules.ts';

type Commitments = ReadonlyMap<string, Commitment>;

/**
 * Follow-ups come from choices, not from visits: a step with `commits` counts once it was said or
 * done; a sentence also if it came up because of an earlier step and was neither skipped nor left
 * backwards. An answer with `commits` counts once it was chosen; with `commits: false` it releases
 * the follow-up.
 */
export function withCommitments(
  before: CallRules | undefined,
  after: CallRules,
  event: JournalEvent,
  index: PackIndex,
): CallRules {
  let commitments: Commitments = after.facts.commitments;
  const left = before?.run ?? null;
  const script = left === null ? undefined : index.byId.get(left.situation);
  if (left !== null && script !== undefined) {
    let isCompleted = false;
    // Sentences that were said in one breath are done by one event.
    for (const step of script.steps) {
      const key = `${script.id}/${step.id}`;
      const [doneBefore, doneAt] = [before?.facts.stepsDone.get(key), after.facts.stepsDone.get(key)];
      const isChosen = event.type === 'branch-chosen' && event.step === left.step && step.id === left.step;
      if (doneAt === undefined || !(isChosen || doneAt !== doneBefore)) continue;
      isCompleted ||= step.id === left.step;
      const isFirst = doneBefore === undefined;
      commitments = completed(commitments, script, step, event, { at: doneAt, isFirst });
    }
    if (!isCompleted && stepOf(script, left.step) !== undefined && isUndone(event))
      commitments = withoutUnsaid(commitments, script.id);
  }
  commitments = shown(commitments, after, index);
  return commitments === after.facts.commitments
    ? after
    : { ...after, facts: { ...after.facts, commitments } };
}

function completed(
  commitments: Commitments,
  script: Situation,
  step: Step,
  event: JournalEvent,
  { at, isFirst }: { readonly at: Instant; readonly isFirst: boolean },
): Commitments {
  const before = commitments.get(script.id);
  const said = (since: Instant, due: Commitment['due'] = before?.due ?? null) =>
    new Map(commitments).set(script.id, { at: since, said: true, due });
  const known = before?.said === true ? before.at : at;
  if (step.kind !== 'branch') {
    const commits = step.commits === true || !hasMarks(script);
    // The clock runs from the sentence that promises; one that is repeated promises nothing later.
    return commits ? said(step.kind === 'say' && isFirst ? at : known, step.due) : commitments;
  }
  if (event.type !== 'branch-chosen') return commitments;
  const option = step.options.find(({ id }) => id === event.option);
  if (option?.commits === true) return said(known);
  return option?.commits === false ? without(commitments, script.id) : commitments;
}

function shown(commitments: Commitments, { run }: CallRules, index: PackIndex): Commitments {
  if (run === null || run.trail.length === 0) return commitments;
  const script = index.byId.get(run.situation);
  const step = script === undefined ? undefined : stepOf(script, run.step);
  if (step?.kind !== 'say' || step.commits !== true) return commitments;
  const before = commitments.get(run.situation) ?? { at: run.stepSince, said: false, due: null };
  const due = step.due ?? before.due;
  if (commitments.has(run.situation) && due === before.due) return commitments;
  return new Map(commitments).set(run.situation, { ...before, due });
}

function withoutUnsaid(commitments: Commitments, id: string): Commitments {
  return commitments.get(id)?.said === false ? without(commitments, id) : commitments;
}

function without(commitments: Commitments, id: string): Commitments {
  if (!commitments.has(id)) return commitments;
  return new Map([...commitments].filter(([key]) => key !== id));
}

function isUndone(event: JournalEvent): boolean {
  return event.type === 'step-back' || (event.type === 'step-done' && event.how === 'skipped');
}

/** Without any mark, a script promises its follow-up by every step. */
function hasMarks({ steps }: Situation): boolean {
  return steps.some((step) =>
    step.kind === 'branch'
      ? step.options.some(({ commits }) => commits !== undefined)
      : step.commits !== undefined,
  );
}
