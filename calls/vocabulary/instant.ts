import * as v from 'valibot';

/**
 * The start of 2100. A later time is a corrupt value: no workstation's clock is wrong by that
 * much.
 */
const LATEST_MS = 4_102_444_800_000;

/** Milliseconds since the epoch; a fraction where audio frames end between two milliseconds. */
export const instantSchema = v.pipe(
  v.number(),
  v.minValue(0),
  v.maxValue(LATEST_MS),
  v.transform((number) => number + 0),
);

/** Milliseconds since the epoch, whole: what crosses the network and is kept in a database. */
export const wholeInstantSchema = v.pipe(instantSchema, v.safeInteger());

/** Milliseconds between two instants. */
export const durationSchema = v.pipe(
  v.number(),
  v.minValue(0),
  v.maxValue(LATEST_MS),
  v.transform((number) => number + 0),
);
