import * as v from 'valibot';
import { clockTimeSchema } from './clock-time.ts';
import { idSchema } from './id.ts';
import { localizedTextSchema } from './localized-text.ts';

/** All conditions of a variant must hold. A closed list: no expressions in a pack. */
export const conditionSchema = v.variant('kind', [
  /** Local clock; as in a clock span, `to` may lie before `from`. */
  v.strictObject({ kind: v.literal('time-of-day'), from: clockTimeSchema, to: clockTimeSchema }),
  /** Today is this festival, or, without an id, any festival of the calendar that has a greeting. */
  v.strictObject({ kind: v.literal('festival'), festival: v.optional(idSchema) }),
  /** Answered after the ring limit, or after a wait in the queue longer than the ring limit takes. */
  v.strictObject({ kind: v.literal('answered-late') }),
  /** Surname and title are both known. */
  v.strictObject({ kind: v.literal('name-known') }),
  v.strictObject({ kind: v.literal('direction'), direction: v.picklist(['inbound', 'outbound']) }),
]);

export const variantSchema = v.strictObject({
  when: v.pipe(v.array(conditionSchema), v.minLength(1)),
  text: localizedTextSchema,
});

export type Condition = v.InferOutput<typeof conditionSchema>;
export type Variant = v.InferOutput<typeof variantSchema>;
