import * as v from 'valibot';
import { callerTitleSchema } from '../../../calls/vocabulary/caller-title.ts';
import {
  complaintRecordSchema,
  majorSignSchema,
  workOrderOutcomeSchema,
} from '../../../contract/team/work-order-parts.ts';

const title = v.nullable(callerTitleSchema);

/** The fields of a new order. */
export const orderDraftSchema = v.strictObject({
  kind: v.string(),
  number: v.string(),
  surname: v.string(),
  title,
  matter: v.string(),
  /** Id of an offered promise, `agreed`, or empty for none. */
  promise: v.string(),
  /** Value of a date and time field, used for `agreed`. */
  agreedAt: v.string(),
  product: v.string(),
  fault: v.string(),
  signs: v.array(majorSignSchema),
});

/** What is open and typed on an order's page. A ring may hide the page at any moment. */
export const orderTypingSchema = v.strictObject({
  form: v.picklist(['none', 'move', 'return', 'wrong-answer', 'remark', 'promise', 'answered', 'close']),
  /** The stage that `move` leads to. */
  to: v.string(),
  remarks: v.string(),
  time: v.string(),
  /** Whether the caller was informed, or accepted. */
  answer: v.nullable(v.boolean()),
  outcome: v.nullable(workOrderOutcomeSchema),
  reported: v.array(v.string()),
  /** Null while it is unchanged. */
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
