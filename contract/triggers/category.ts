import * as v from 'valibot';
import { contactCategorySchema } from '../../calls/vocabulary/contact-category.ts';
import { brings } from './brings.ts';

/** The agent said in the note what the contact is about. */
export const categoryTriggerSchema = v.strictObject({
  kind: v.literal('category'),
  category: contactCategorySchema,
  brings: brings('suggestion'),
});

export type CategoryTrigger = v.InferOutput<typeof categoryTriggerSchema>;
