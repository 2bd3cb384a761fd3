import * as v from 'valibot';

/** What a text column of PostgreSQL does not keep: U+0000, half a character. */
const NO_KEY = /[\0\p{Cs}]/u;

/**
 * The first `most` UTF-16 units of a text from outside; a pair of surrogates is not cut in half.
 */
export function clippedText(text: string, most: number): string {
  const cut = text.slice(0, most);
  return text.length > most && /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/**
 * Text of at most `most` UTF-16 units, as `maxlength` of a field counts; hostile where shown. What
 * people paste is taken as it is: U+0000 and lone surrogates too.
 */
export function boundedText(most: number) {
  return v.pipe(v.string(), v.maxLength(most));
}

/** A name that is a key or a column of the server's database. */
export function nameText(most: number) {
  return v.pipe(
    boundedText(most),
    v.check((name) => !NO_KEY.test(name), 'form characters'),
  );
}
