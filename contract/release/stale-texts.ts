import type { PackChange } from './pack-change.ts';

/** The team's languages in which a text that was changed still says what it said before. */
export function staleLanguages({ what }: PackChange, languages: readonly string[]): readonly string[] {
  if (what.kind !== 'set' || what.from.is !== 'text' || what.to.is !== 'text') return [];
  const [before, after] = [what.from.text, what.to.text];
  const isOld = (tag: string) => before[tag] === after[tag];
  return languages.every(isOld) ? [] : languages.filter(isOld);
}
