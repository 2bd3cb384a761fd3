import * as v from 'valibot';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';
import { clockTimeSchema, startTimeSchema } from './clock-time.ts';
import { idSchema } from './id.ts';
import { localizedTextSchema } from './localized-text.ts';

/** As rules/time/local-time.ts counts them: 0 is Monday. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export const weekdaySchema = v.picklist(WEEKDAYS);

/**
 * Opening or duty hours on each of these days, in local time; a `to` before `from` is past
 * midnight.
 */
export const weeklySpanSchema = v.strictObject({
  days: v.pipe(v.array(weekdaySchema), v.minLength(1)),
  from: startTimeSchema,
  to: clockTimeSchema,
});

/** An extension or an outside number: digits, an optional +, blanks and hyphens. */
const phoneNumberSchema = v.pipe(v.string(), v.regex(/^\+?\d[\d -]{1,22}\d$/, 'form phone-number'));

const common = {
  id: idSchema,
  name: localizedTextSchema,
  number: phoneNumberSchema,
  hours: v.array(weeklySpanSchema),
  /** Words that callers use for it. */
  tags: v.optional(v.array(v.pipe(boundedText(100), v.minLength(1))), []),
};

/** Transfer targets, answers to queries (查询), and the right place for a wrong number. */
export const directoryEntrySchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('department'), ...common }),
  v.strictObject({ kind: v.literal('store'), ...common, address: localizedTextSchema }),
  /** A person; `hours` are the hours on duty. */
  v.strictObject({
    kind: v.literal('person'),
    ...common,
    position: v.picklist([
      'floor-supervisor',
      'hotline-supervisor',
      'team-lead',
      'service-desk',
      'store-manager',
    ]),
  }),
  v.strictObject({ kind: v.literal('queue'), ...common }),
  /** Another organisation that callers can be referred to. */
  v.strictObject({ kind: v.literal('outside'), ...common }),
]);

export type DirectoryEntry = v.InferOutput<typeof directoryEntrySchema>;
export type Weekday = v.InferOutput<typeof weekdaySchema>;
export type WeeklySpan = v.InferOutput<typeof weeklySpanSchema>;
