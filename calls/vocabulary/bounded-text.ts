import * as v from 'valibot';

/**
 * PostgreSQL stores neither U+0000 nor half of a surrogate pair, so no part of the product takes
 * them: what one place accepts, every other can store and read.
 */
const UNSTORABLE = /[\0\p{Cs}]/u;
const EVERY_UNSTORABLE = /[\0\p{Cs}]/gu;

export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/** What is left of a typed, pasted or signalled text once it can be stored. */
export function storableText(text: string): string {
  return text.replace(EVERY_UNSTORABLE, '');
}

/** As `storableText`, and not longer than `most`; a pair of surrogates is not cut in half. */
export function clippedText(text: string, most: number): string {
  return storableText(storableText(text).slice(0, most));
}

/** Text of at most `most` UTF-16 units, as `maxlength` of a field counts; hostile where shown. */
export function boundedText(most: number) {
  return v.pipe(v.string(), v.maxLength(most), v.check(isStorable, 'form characters'));
}
