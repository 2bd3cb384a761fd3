/**
 * Matches the query against consecutive characters, each with at least the first letter of one of
 * its readings: `zy`, `zay` and `zayin` all match za·yin. Returns the position of the first matched
 * character, or -1.
 */
export function matchPinyin(readings: readonly (readonly string[])[], typed: string): number {
  for (let start = 0; start < readings.length; start += 1) {
    if (readsFrom(readings, start, typed)) return start;
  }
  return -1;
}

/** Keeps the set of possible positions in the query, character by character. */
function readsFrom(readings: readonly (readonly string[])[], start: number, typed: string): boolean {
  let reached: ReadonlySet<number> = new Set([0]);
  for (let index = start; index < readings.length && reached.size > 0; index += 1) {
    const further = new Set<number>();
    for (const syllable of readings[index] ?? []) {
      for (const used of reached) {
        for (let length = 1; length <= syllable.length; length += 1) {
          if (typed[used + length - 1] !== syllable[length - 1]) break;
          if (used + length === typed.length) return true;
          further.add(used + length);
        }
      }
    }
    reached = further;
  }
  return false;
}
