import * as v from 'valibot';
import { callIdSchema } from '../../../calls/events/event-kind.ts';
import { LONGEST_NUMBER } from '../../../calls/remote-party.ts';
import { callerTitleSchema } from '../../../calls/vocabulary/caller-title.ts';
import { contactCategorySchema } from '../../../calls/vocabulary/contact-category.ts';
import { noteFieldSchema, workOrderDueSchema } from '../../pack/follow-up.ts';
import { instantSchema, teamEventKind, text } from '../envelope.ts';

/**
 * What a follow-up needs: an order, a remark in one that is open, a call-back, an entry of the
 * register, fields of the note.
 */
export const followUpWhatSchema = v.picklist([
  'work-order',
  'order-remark',
  'call-back',
  'warning',
  'note-fields',
]);

/** Names one follow-up of a call: a call leaves one order for each category. */
export const followUpOf = {
  call: callIdSchema,
  what: followUpWhatSchema,
  /** Of the order; null for anything else. */
  category: v.nullable(contactCategorySchema),
};

/** A call ended and left something to do. `subject` is the event's own. */
export const followUpLeft = teamEventKind('follow-up-left', {
  ...followUpOf,
  /** Kind of the order; empty for anything else. */
  kind: text(80),
  due: v.nullable(workOrderDueSchema),
  number: text(LONGEST_NUMBER),
  surname: text(40),
  title: v.nullable(callerTitleSchema),
  /** The call's note, if it is on this computer. */
  note: v.nullable(text(80)),
  calledAt: instantSchema,
  /** When it was promised to the caller: the clock runs from then. */
  saidAt: instantSchema,
  dueAt: v.nullable(instantSchema),
  /** What the note needs, by name: what is in the note stays on the agent's computers. */
  fields: v.optional(v.pipe(v.array(noteFieldSchema), v.maxLength(40)), []),
});
