import * as v from 'valibot';
import { clockTimeSchema } from './clock-time.ts';
import { idSchema } from './id.ts';
import { localizedTextSchema } from './localized-text.ts';

export const weekdaySchema = v.picklist(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

/** Opening or duty hours: on each of these days from–to, local clock. */
export const weeklySpanSchema = v.strictObject({
  days: v.pipe(v.array(weekdaySchema), v.minLength(1)),
  from: clockTimeSchema,
  to: clockTimeSchema,
});

/** Digits with an optional +, blanks and hyphens for reading; an extension or an outside number. */
const phoneNumberSchema = v.pipe(v.string(), v.regex(/^\+?\d[\d -]{1,22}\d$/, 'form phone-number'));

const common = {
  id: idSchema,
  name: localizedTextSchema,
  number: phoneNumberSchema,
  hours: v.array(weeklySpanSchema),
  /** Words by which a caller asks for it. */
  tags: v.optional(v.array(v.pipe(v.string(), v.minLength(1))), []),
};

/** Transfer targets, answers to 查询, and where a wrong number should have gone. */
export const directoryEntrySchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('department'), ...common }),
  v.strictObject({ kind: v.literal('store'), ...common, address: localizedTextSchema }),
  /** Somebody on duty; `hours` are the hours on duty. */
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
  /** Another organisation to which a caller can be pointed. */
  v.strictObject({ kind: v.literal('outside'), ...common }),
]);

export type DirectoryEntry = v.InferOutput<typeof directoryEntrySchema>;
export type Weekday = v.InferOutput<typeof weekdaySchema>;
export type WeeklySpan = v.InferOutput<typeof weeklySpanSchema>;
