import * as v from 'valibot';
import { noteCategorySchema } from '../note/note.ts';
import { brings } from './brings.ts';

/** The agent said in the note what the contact is about. */
export const categoryTriggerSchema = v.strictObject({
  kind: v.literal('category'),
  category: noteCategorySchema,
  brings: brings('suggestion'),
});

export type CategoryTrigger = v.InferOutput<typeof categoryTriggerSchema>;
