import * as v from 'valibot';

/** 2100-01-01. A later time is a corrupt value: no workstation's clock is wrong by that much. */
const LATEST = Date.UTC(2100, 0, 1);

/**
 * Milliseconds since the epoch. Line events may lie between two milliseconds, because audio frames
 * do.
 */
export const instantSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(LATEST));
