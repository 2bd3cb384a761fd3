import * as v from 'valibot';
import { clockTimeSchema, startTimeSchema } from './clock-time.ts';
import { idSchema } from './id.ts';
import { localizedTextSchema } from './localized-text.ts';

/** All conditions of a variant must hold. The list is closed: packs have no expressions. */
export const conditionSchema = v.variant('kind', [
  /** Local time; `to` may be before `from`, as in a clock span. */
  v.strictObject({ kind: v.literal('time-of-day'), from: startTimeSchema, to: clockTimeSchema }),
  /** Today is this festival or, without an id, any festival with a greeting. */
  v.strictObject({ kind: v.literal('festival'), festival: v.optional(idSchema) }),
  /**
   * Answered after the ring limit, or after a wait in the queue longer than the ring limit takes.
   */
  v.strictObject({ kind: v.literal('answered-late') }),
  /** Surname and title are both known. */
  v.strictObject({ kind: v.literal('name-known') }),
  /** The caller has spoken in this call, or the talk is about the matter. */
  v.strictObject({ kind: v.literal('caller-spoke') }),
  /** The contact is a complaint, by its category or by a script that was used. */
  v.strictObject({ kind: v.literal('complaint') }),
  /** Nothing was said yet that closes the call. */
  v.strictObject({ kind: v.literal('mid-call') }),
  /** The note has no text that is short enough to be said. */
  v.strictObject({ kind: v.literal('nothing-noted') }),
  /** The caller's number is not withheld. */
  v.strictObject({ kind: v.literal('number-shown') }),
  /** Outside the hours of the directory's floor supervisor, who cannot be handed the call then. */
  v.strictObject({ kind: v.literal('supervisor-away') }),
  v.strictObject({ kind: v.literal('direction'), direction: v.picklist(['inbound', 'outbound']) }),
]);

export const variantSchema = v.strictObject({
  when: v.pipe(v.array(conditionSchema), v.minLength(1)),
  text: localizedTextSchema,
});

export type Condition = v.InferOutput<typeof conditionSchema>;
export type Variant = v.InferOutput<typeof variantSchema>;
