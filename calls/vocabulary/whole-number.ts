import * as v from 'valibot';

/** More than anybody counts or changes in the life of a team. */
const MOST_COUNT = 1_000_000_000;
/** Below 15 digits, which cursors have room for. */
const MOST_SEQ = 999_999_999_999;

/**
 * A whole number between two limits, both included. −0 becomes 0, as JSON writes it, so that what
 * was stored equals what is sent again.
 */
export function wholeNumber(least: number, most: number) {
  return v.pipe(
    v.number(),
    v.safeInteger(),
    v.minValue(least),
    v.maxValue(most),
    v.transform((number) => number + 0),
  );
}

export const countSchema = wholeNumber(0, MOST_COUNT);

/** Of a record: 1 at birth, one more with every change. */
export const revisionSchema = wholeNumber(1, MOST_COUNT);

/** The revision that a change is based on; 0 for none. */
export const baseRevisionSchema = wholeNumber(0, MOST_COUNT);

/** Position in the order of a team or of a journal. */
export const seqSchema = wholeNumber(0, MOST_SEQ);
