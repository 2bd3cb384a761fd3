import * as v from 'valibot';
import { checkPack } from '../../../contract/pack/check-pack.ts';
import { type Pack, packSchema } from '../../../contract/pack/pack.ts';
import type { PackProblem } from '../../../contract/pack/pack-problem.ts';
import { problemOfIssue } from '../../../contract/pack/problem-of-issue.ts';

/**
 * A draft has the shape of a pack, but its values may be wrong. Any input gives a draft, or the
 * reasons why it is not one.
 */
export type ReadDraft =
  | { readonly ok: true; readonly draft: Pack }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

export function readDraft(input: unknown): ReadDraft {
  const parsed = v.safeParse(packSchema, input);
  return parsed.typed
    ? { ok: true, draft: parsed.output }
    : { ok: false, problems: parsed.issues.map((issue) => problemOfIssue(issue, input)) };
}

/** Everything that keeps a draft from being sent out. */
export function problemsOfDraft(draft: Pack): readonly PackProblem[] {
  const { issues = [] } = v.safeParse(packSchema, draft);
  return [...issues.map((issue) => problemOfIssue(issue, draft)), ...checkPack(draft)];
}
