import * as v from 'valibot';
import { idSchema } from './id.ts';
import { localizedTextSchema } from './localized-text.ts';
import { variantSchema } from './variant.ts';

/**
 * A number as callers dial it, or the SIP user that stands for it; `*` at the end for any ending:
 * `400 123 4567`, `+86 21 6000*`, `sales`.
 */
const calledPatternSchema = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(64),
  v.regex(/^(?=.*[\p{L}\d])[+\p{L}\d][\p{L}\d ()._/-]*\*?$/u, 'form called-number'),
);

/** One of several hotlines of a team, chosen by the number that the caller dialled (DNIS). */
export const hotlineSchema = v.strictObject({
  id: idSchema,
  /** Shown while it rings, and said as `{hotline}`. */
  name: localizedTextSchema,
  numbers: v.pipe(v.array(calledPatternSchema), v.minLength(1), v.maxLength(50)),
  /** Replaces the words of the usual greeting, with their variants. */
  greeting: v.exactOptional(
    v.strictObject({
      text: localizedTextSchema,
      /** The first variant whose conditions all hold replaces `text`. */
      variants: v.optional(v.array(variantSchema), []),
    }),
  ),
  /** Situations that are suggested before all others, in this order. */
  first: v.optional(v.array(idSchema), []),
  /** Situations that are neither suggested nor brought up. The agent still finds them. */
  never: v.optional(v.array(idSchema), []),
});

export type Hotline = v.InferOutput<typeof hotlineSchema>;
