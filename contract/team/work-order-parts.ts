import * as v from 'valibot';
import { workOrderDueSchema } from '../pack/follow-up.ts';
import { instantSchema, text } from './envelope.ts';

const field = v.optional(text(500), '');

/** What makes a complaint major from the start (handbook §4.2). */
export const majorSignSchema = v.picklist(['no-power', 'again-after-repair', 'claim']);

/** Record of a complaint (handbook §4.1). An empty field is not known yet. */
export const complaintRecordSchema = v.strictObject({
  region: field,
  happenedAt: field,
  product: field,
  address: field,
  model: field,
  serialNumber: field,
  quantity: field,
  deliveredOn: field,
  whatHappened: v.optional(text(5_000), ''),
  requestedRemedy: v.optional(text(2_000), ''),
  mood: field,
  checkedSoFar: v.optional(text(2_000), ''),
  whyNotSatisfied: v.optional(text(2_000), ''),
  difficulty: field,
  /** What is broken, in one word: the same fault from three customers is a batch (§4.2). */
  fault: field,
  signs: v.optional(v.array(majorSignSchema), []),
});

/** An answer that was promised to the caller for the named time. */
export const promiseSchema = v.strictObject({
  by: v.union([workOrderDueSchema, v.literal('working-days')]),
  dueAt: instantSchema,
});

export const workOrderOutcomeSchema = v.picklist(['settled', 'not-satisfied', 'unfounded', 'withdrawn']);

/** The owner for whom somebody else recorded the event; null where the owner wrote it. */
export const onBehalfOfSchema = v.nullable(text(80));

export type MajorSign = v.InferOutput<typeof majorSignSchema>;
export type ComplaintRecord = Readonly<v.InferOutput<typeof complaintRecordSchema>>;
