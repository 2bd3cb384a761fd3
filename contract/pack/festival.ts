import * as v from 'valibot';
import { daySchema, yearlyDaySchema } from './calendar-day.ts';
import { idSchema } from './id.ts';
import { languageTagSchema, localizedTextSchema } from './localized-text.ts';
import { range } from './range.ts';

/** The same day every year, or a table of days (lunar and solar-term festivals). */
const beginsSchema = v.variant('by', [
  v.strictObject({ by: v.literal('year'), day: yearlyDaySchema }),
  v.strictObject({ by: v.literal('table'), days: v.pipe(v.array(daySchema), v.minLength(1)) }),
]);

/** If two fall on one day, the greeting is that of the first in the pack. */
export const festivalSchema = v.strictObject({
  id: idSchema,
  name: localizedTextSchema,
  begins: beginsSchema,
  /** Number of days with the greeting, the first included. */
  lasts: range(1, 15, 'd'),
  /** Fills `{festivalGreeting}`. Absent for a day without a greeting (清明). */
  greeting: v.optional(localizedTextSchema),
  /** Languages whose callers celebrate it. */
  languages: v.pipe(v.array(languageTagSchema), v.minLength(1)),
});

export type Festival = v.InferOutput<typeof festivalSchema>;
