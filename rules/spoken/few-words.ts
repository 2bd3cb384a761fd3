const MOST_HAN = 24;
const MOST_LETTERS = 60;

/**
 * What was written down, short enough to stand in the middle of a spoken sentence: the first clause of the first line. Empty where
 * that is still too long, says nothing (a date, a number), or is not there: the sentence then goes without.
 */
export function fewWords(written: string): string {
  const [first = ''] = written.trim().split(/[\n，。；！？、]|[,;!?](?=\s|$)|\.(?=\s|$)/u);
  const clause = first.trim();
  const longest = /\p{Script=Han}/u.test(clause) ? MOST_HAN : MOST_LETTERS;
  const says = /\p{Letter}{2}/u.test(clause) && !/\d{5}/u.test(clause);
  return says && Array.from(clause).length <= longest ? clause : '';
}
