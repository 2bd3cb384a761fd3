import { explainReason } from '../../../contract/pack/explain-reason.ts';
import type { PackLanguage } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { PackProblem } from '../../../contract/pack/pack-problem.ts';

/** Keys and positions from the pack down to a value. */
export type Path = readonly (string | number)[];

/** A place in the draft that a field edits. */
export interface Place {
  readonly path: Path;
  /** At the place and below it. */
  readonly problems: readonly PackProblem[];
  /** The whole draft: fields look up the entries that they can name. */
  readonly pack: Pack;
  /** The reader's language. */
  readonly language: PackLanguage;
}

export function into(place: Place, ...keys: Path): Place {
  const path = [...place.path, ...keys];
  return { ...place, path, problems: place.problems.filter((problem) => beginsWith(problem.path, path)) };
}

/** Problems of this value itself, not of the values inside it. */
export function problemsAt({ path, problems, language }: Place): readonly string[] {
  return problems
    .filter((problem) => problem.path.length === path.length)
    .map(({ reason }) => explainReason(reason)[language]);
}

/** The `data-place` of the element that edits a place. */
export function placeName(path: Path): string {
  return path.join('.');
}

function beginsWith(path: Path, with_: Path): boolean {
  return with_.every((key, n) => path[n] === key);
}
