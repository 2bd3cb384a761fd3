import * as v from 'valibot';
import { idSchema } from './id.ts';
import { localizedTextSchema } from './localized-text.ts';

/** A card beside the script: one technique for a difficult caller (handbook §3). */
export const techniqueSchema = v.strictObject({
  id: idSchema,
  title: localizedTextSchema,
  handbook: v.pipe(v.string(), v.maxLength(40), v.regex(/^§\d+(\.\d+)*$/, 'form handbook')),
  /** When it helps. */
  when: localizedTextSchema,
  /** What to do, addressed to the agent. */
  how: localizedTextSchema,
  /** Example sentences. */
  sayings: v.optional(v.array(localizedTextSchema), []),
  never: v.optional(localizedTextSchema),
});

export type Technique = v.InferOutput<typeof techniqueSchema>;
