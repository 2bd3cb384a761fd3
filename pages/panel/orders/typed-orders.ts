import * as v from 'valibot';
import { callerTitleSchema } from '../../../calls/vocabulary/caller-title.ts';
import {
  complaintRecordSchema,
  majorSignSchema,
  workOrderOutcomeSchema,
} from '../../../contract/team/work-order-parts.ts';

const title = v.nullable(callerTitleSchema);

/** A new order as it is being written. */
export const orderDraftSchema = v.strictObject({
  kind: v.string(),
  number: v.string(),
  surname: v.string(),
  title,
  matter: v.string(),
  /** Id of a promise that is offered, `agreed`, or empty for none. */
  promise: v.string(),
  /** Of a field for date and time; counts for `agreed`. */
  agreedAt: v.string(),
  product: v.string(),
  fault: v.string(),
  signs: v.array(majorSignSchema),
});

/** What is open and half written on an order's page: a ring may take the page away at any moment. */
export const orderTypingSchema = v.strictObject({
  form: v.picklist(['none', 'move', 'return', 'wrong-answer', 'remark', 'promise', 'answered', 'close']),
  /** The stage that `move` leads to. */
  to: v.string(),
  remarks: v.string(),
  time: v.string(),
  /** Was the caller told, or did they accept. */
  answer: v.nullable(v.boolean()),
  outcome: v.nullable(workOrderOutcomeSchema),
  reported: v.array(v.string()),
  /** Null while it is as it was kept. */
  record: v.nullable(complaintRecordSchema),
  reply: v.string(),
});

export type OrderDraft = Readonly<v.InferOutput<typeof orderDraftSchema>>;
export type OrderTyping = Readonly<v.InferOutput<typeof orderTypingSchema>>;

export const NOTHING_TYPED: OrderTyping = {
  form: 'none',
  to: '',
  remarks: '',
  time: '',
  answer: null,
  outcome: null,
  reported: [],
  record: null,
  reply: '',
};
