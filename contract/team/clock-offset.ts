import { wholeNumber } from '../../calls/vocabulary/whole-number.ts';

/** A clock that is wrong by more is a wrong date, and no correction helps. */
export const MOST_OFFSET_MS = 366 * 86_400_000;

/** Server clock minus device clock, in ms, as the device measured it. */
export const clockOffsetSchema = wholeNumber(-MOST_OFFSET_MS, MOST_OFFSET_MS);
