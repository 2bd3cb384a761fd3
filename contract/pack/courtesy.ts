import * as v from 'valibot';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';
import { idSchema } from './id.ts';
import { localizedTextSchema } from './localized-text.ts';

/** Courtesy rules for every situation (handbook §1.3, §3.3). */
export const courtesySchema = v.strictObject({
  words: v.array(localizedTextSchema),
  rules: v.array(v.strictObject({ id: idSchema, text: localizedTextSchema })),
  /** Phrases that check-pack refuses in spoken text. */
  forbiddenPhrases: v.array(
    v.strictObject({
      phrase: v.pipe(boundedText(100), v.minLength(1)),
      why: localizedTextSchema,
    }),
  ),
});

export type Courtesy = v.InferOutput<typeof courtesySchema>;
