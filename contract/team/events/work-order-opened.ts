import * as v from 'valibot';
import { LONGEST_NUMBER } from '../../../calls/remote-party.ts';
import { callerTitleSchema } from '../../../calls/vocabulary/caller-title.ts';
import { contactCategorySchema } from '../../../calls/vocabulary/contact-category.ts';
import { teamEventKind, text } from '../envelope.ts';
import { orderNumberSchema } from '../order-number.ts';
import { complaintRecordSchema, promiseSchema } from '../work-order-parts.ts';

/**
 * A work order was opened (handbook §4). `subject` is the order. Kinds, stages and clocks are
 * data of the pack.
 */
export const workOrderOpened = teamEventKind('work-order-opened', {
  /** Id of a kind in the pack; it gives the stages and their clocks. */
  kind: text(80),
  category: contactCategorySchema,
  number: text(LONGEST_NUMBER),
  surname: text(40),
  title: v.nullable(callerTitleSchema),
  matter: text(5_000),
  /** The contact's note, if it is on this computer. */
  note: v.nullable(text(80)),
  record: v.nullable(complaintRecordSchema),
  promise: v.nullable(promiseSchema),
  /** The order that this one escalates; it stays attached. */
  follows: v.nullable(text(80)),
  /** What is said on the phone. Orders from before SYNC_VERSION 5 have none. */
  orderNumber: v.exactOptional(orderNumberSchema),
});
