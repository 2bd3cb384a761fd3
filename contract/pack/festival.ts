import * as v from 'valibot';
import { daySchema, yearlyDaySchema } from './calendar-day.ts';
import { idSchema } from './id.ts';
import { languageTagSchema, localizedTextSchema } from './localized-text.ts';
import { range } from './range.ts';

/** When a festival begins: on the same day every year, or by a table of days (lunar and solar-term festivals). */
const beginsSchema = v.variant('by', [
  v.strictObject({ by: v.literal('year'), day: yearlyDaySchema }),
  v.strictObject({ by: v.literal('table'), days: v.pipe(v.array(daySchema), v.minLength(1)) }),
]);

/** Where two fall together, the one listed first in the pack is greeted. */
export const festivalSchema = v.strictObject({
  id: idSchema,
  name: localizedTextSchema,
  begins: beginsSchema,
  /** Days on which it is greeted, the first included. */
  lasts: range(1, 15, 'd'),
  /** Fills `{festivalGreeting}`. Left out where a greeting would be out of place (清明). */
  greeting: v.optional(localizedTextSchema),
  /** Languages whose callers keep it. */
  languages: v.pipe(v.array(languageTagSchema), v.minLength(1)),
});

export type Festival = v.InferOutput<typeof festivalSchema>;
