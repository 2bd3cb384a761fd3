import * as v from 'valibot';
import { contactCategorySchema } from '../../calls/vocabulary/contact-category.ts';
import { CATEGORY_CHOICES } from './field-choices.ts';
import { BRINGS, brings, triggerKind } from './trigger-kind.ts';

/** The agent chose the category of the contact in the note. */
export const category = triggerKind({
  schema: v.strictObject({
    kind: v.literal('category'),
    category: contactCategorySchema,
    brings: brings('suggestion'),
  }),
  label: 'trigger.category.kind',
  blank: { kind: 'category', category: 'complaint', brings: 'suggestion' },
  fields: {
    category: {
      kind: 'choice',
      label: 'lead.form.category',
      choices: CATEGORY_CHOICES,
    },
    brings: BRINGS,
  },
});
