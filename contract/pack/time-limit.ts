import * as v from 'valibot';
import { range } from './range.ts';

/**
 * A time limit. Minutes and hours run day and night; working hours and days follow the pack's
 * calendar. A limit in working days ends with the working hours of its last day and counts from the
 * day after the start.
 */
export const timeLimitSchema = v.variant('unit', [
  v.strictObject({ unit: v.literal('min'), count: range(1, 1440, 'min') }),
  v.strictObject({ unit: v.literal('h'), count: range(1, 720, 'h') }),
  v.strictObject({ unit: v.literal('working-h'), count: range(1, 240, 'h') }),
  v.strictObject({ unit: v.literal('working-d'), count: range(1, 60, 'd') }),
]);

export type TimeLimit = v.InferOutput<typeof timeLimitSchema>;
