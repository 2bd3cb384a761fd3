import * as v from 'valibot';
import { callerTitleSchema } from '../../calls/vocabulary/caller-title.ts';
import { contactCategorySchema } from '../../calls/vocabulary/contact-category.ts';
import { workOrderDueSchema } from '../pack/follow-up.ts';
import { envelope, instantSchema, text } from './envelope.ts';

const field = v.optional(text(500), '');

/** What makes a complaint major from the first (handbook §4.2). */
export const majorSignSchema = v.picklist(['no-power', 'again-after-repair', 'claim']);

/** Record of a complaint; handbook §4.1. Empty is not known yet. */
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
  /** What is broken, in a word that three customers would share: the same fault from three of them is a batch (§4.2). */
  fault: field,
  signs: v.optional(v.array(majorSignSchema), []),
});

/** An answer that was promised to the caller, at the time that was told. */
const promiseSchema = v.strictObject({
  by: v.union([workOrderDueSchema, v.literal('working-days')]),
  dueAt: instantSchema,
});

export const workOrderOutcomeSchema = v.picklist(['settled', 'not-satisfied', 'unfounded', 'withdrawn']);

/** Owner that it was recorded for by somebody else; null where the owner wrote it. */
const onBehalfOf = v.nullable(text(80));

/** Work orders of handbook §4. `subject` is the order. Kinds, stages and their clocks are data of the pack. */
export const workOrderEventSchemas = [
  v.strictObject({
    type: v.literal('work-order-opened'),
    ...envelope,
    /** Id of a kind in the pack; it gives the stages and their clocks. */
    kind: text(80),
    category: contactCategorySchema,
    number: text(64),
    surname: text(40),
    title: v.nullable(callerTitleSchema),
    matter: text(5_000),
    /** The contact's note, if it stands on this computer. */
    note: v.nullable(text(80)),
    record: v.nullable(complaintRecordSchema),
    promise: v.nullable(promiseSchema),
    /** The order that this one takes a level higher; it stays attached. */
    follows: v.nullable(text(80)),
  }),
  v.strictObject({
    type: v.literal('work-order-moved'),
    ...envelope,
    to: text(80),
    remarks: text(2_000),
    onBehalfOf,
  }),
  /** Back where the pack says, with what is missing. */
  v.strictObject({ type: v.literal('work-order-returned'), ...envelope, remarks: text(2_000), onBehalfOf }),
  /** A new time, and whether the caller was told of it. */
  v.strictObject({
    type: v.literal('work-order-promised'),
    ...envelope,
    dueAt: instantSchema,
    callerInformed: v.boolean(),
  }),
  /** The caller was given the answer. */
  v.strictObject({
    type: v.literal('work-order-answered'),
    ...envelope,
    accepted: v.boolean(),
    remarks: text(2_000),
  }),
  v.strictObject({ type: v.literal('work-order-recorded'), ...envelope, record: complaintRecordSchema }),
  v.strictObject({ type: v.literal('work-order-remarked'), ...envelope, remarks: text(2_000) }),
  /** `wrong-answer`: the department answered wrongly, which counts as none. */
  v.strictObject({
    type: v.literal('work-order-made-major'),
    ...envelope,
    why: v.picklist(['wrong-answer', 'judged']),
    remarks: text(2_000),
  }),
  v.strictObject({ type: v.literal('work-order-copied'), ...envelope, to: text(80) }),
  v.strictObject({
    type: v.literal('work-order-closed'),
    ...envelope,
    outcome: workOrderOutcomeSchema,
    reason: text(2_000),
    reportedTo: v.pipe(v.array(text(80)), v.maxLength(20)),
    onBehalfOf,
  }),
] as const;

export type MajorSign = v.InferOutput<typeof majorSignSchema>;
export type ComplaintRecord = Readonly<v.InferOutput<typeof complaintRecordSchema>>;
export type WorkOrderEvent = Readonly<v.InferOutput<(typeof workOrderEventSchemas)[number]>>;
