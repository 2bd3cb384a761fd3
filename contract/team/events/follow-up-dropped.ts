import * as v from 'valibot';
import { callIdSchema } from '../../../calls/events/event-kind.ts';
import { contactCategorySchema } from '../../../calls/vocabulary/contact-category.ts';
import { teamEventKind, text } from '../envelope.ts';
import { followUpWhatSchema } from './follow-up-left.ts';

/** A follow-up, or the missing fields of a note, will not be done. */
export const followUpDropped = teamEventKind('follow-up-dropped', {
  call: callIdSchema,
  what: followUpWhatSchema,
  category: v.nullable(contactCategorySchema),
  reason: text(500),
});
