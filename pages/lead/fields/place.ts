import { i18n } from '#i18n';
import { explainReason } from '../../../contract/pack/explain-reason.ts';
import type { PackLanguage } from '../../../contract/pack/localized-text.ts';
import type { PackProblem } from '../../../contract/pack/pack-problem.ts';

/** Keys and positions from the pack down to a value. */
export type Path = readonly (string | number)[];

/** Where in the pack a form stands, and what is wrong there and below. */
export interface Place {
  readonly path: Path;
  readonly problems: readonly PackProblem[];
  /** The reader's, for what is wrong. */
  readonly language: PackLanguage;
}

export function into(place: Place, ...keys: Path): Place {
  const path = [...place.path, ...keys];
  return { ...place, path, problems: place.problems.filter((problem) => beginsWith(problem.path, path)) };
}

/** What is wrong with this very value, in words; not what is wrong inside it. */
export function problemsAt({ path, problems }: Place): readonly string[] {
  return problems
    .filter((problem) => problem.path.length === path.length)
    .map(({ reason }) => explainReason(reason, i18n.t));
}

/** How a place is marked in the page, for a jump to it. */
export function placeName(path: Path): string {
  return path.join('.');
}

function beginsWith(path: Path, with_: Path): boolean {
  return with_.every((key, n) => path[n] === key);
}
