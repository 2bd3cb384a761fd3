/**
 * Matches the query against consecutive syllables, each with at least its first letter: `zy`, `zay`
 * and `zayin` all match za·yin. Returns the position of the first matched syllable, or -1.
 */
export function matchPinyin(syllables: readonly string[], typed: string): number {
  for (let start = 0; start < syllables.length; start += 1) {
    if (readsFrom(syllables, start, typed)) return start;
  }
  return -1;
}

/** Keeps the set of possible positions in the query, syllable by syllable. */
function readsFrom(syllables: readonly string[], start: number, typed: string): boolean {
  let reached: ReadonlySet<number> = new Set([0]);
  for (let index = start; index < syllables.length && reached.size > 0; index += 1) {
    const syllable = syllables[index] ?? '';
    const further = new Set<number>();
    for (const used of reached) {
      for (let length = 1; length <= syllable.length; length += 1) {
        if (typed[used + length - 1] !== syllable[length - 1]) break;
        if (used + length === typed.length) return true;
        further.add(used + length);
      }
    }
    reached = further;
  }
  return false;
}
