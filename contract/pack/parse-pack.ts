import * as v from 'valibot';
import { checkPack } from './check-pack.ts';
import { type Pack, packSchema } from './pack.ts';
import { firstLanguageFirst } from './pack-languages.ts';
import type { PackProblem } from './pack-problem.ts';
import { problemOfIssue } from './problem-of-issue.ts';

export type ParsedPack =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** Parses any input into a valid pack, or returns every problem with its place. */
export function parsePack(input: unknown): ParsedPack {
  const parsed = v.safeParse(packSchema, firstLanguageFirst(input));
  if (!parsed.success) {
    return { ok: false, problems: parsed.issues.map((issue) => problemOfIssue(issue, input)) };
  }
  const problems = checkPack(parsed.output);
  return problems.length === 0 ? { ok: true, pack: parsed.output } : { ok: false, problems };
}
