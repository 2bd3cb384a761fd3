const MOST_HAN = 24;
const MOST_LETTERS = 60;

/**
 * The first clause of a note, if it is short enough for a spoken sentence. Empty if it is too
 * long, missing, or only a date or number; the sentence then omits it. What the placeholders stand
 * for in this situation of this call, at `at`. A surname without a title fills neither: 王
 */
export function fewWords(written: string): string {
  const [first = ''] = written.trim().split(/[\n，。；！？、]|[,;!?](?=\s|$)|\.(?=\s|$)/u);
  const clause = first.trim();
  const longest = /\p{Script=Han}/u.test(clause) ? MOST_HAN : MOST_LETTERS;
  const says = /\p{Letter}{2}/u.test(clause) && !/\d{5}/u.test(clause);
  return says && Array.from(clause).length <= longest ? clause : '';
}
