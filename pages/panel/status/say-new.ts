/** What a live region says, and the lines that held when it was said. */
export interface Said {
  readonly lines: readonly string[];
  readonly text: string;
}

export const NOTHING_SAID: Said = { lines: [], text: '' };

/**
 * Says the lines that began to hold. A line that held before is not said again when the one that
 * was said in between has passed; one that passed and comes back is news.
 */
export function sayNew(before: Said, lines: readonly string[]): Said {
  const begun = lines.filter((line) => !before.lines.includes(line));
  const isOver = before.lines.some((line) => before.text.includes(line) && !lines.includes(line));
  if (begun.length > 0) return { lines, text: begun.join('. ') };
  return { lines, text: isOver ? '' : before.text };
}
