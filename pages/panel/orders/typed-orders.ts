import * as v from 'valibot';
import { LONGEST_NUMBER } from '../../../calls/remote-party.ts';
import { boundedText } from '../../../calls/vocabulary/bounded-text.ts';
import { callerTitleSchema } from '../../../calls/vocabulary/caller-title.ts';
import {
  complaintRecordSchema,
  majorSignSchema,
  workOrderOutcomeSchema,
} from '../../../contract/team/work-order-parts.ts';

const title = v.nullable(callerTitleSchema);

/** The fields of a new order. */
export const orderDraftSchema = v.strictObject({
  kind: boundedText(80),
  number: boundedText(LONGEST_NUMBER),
  surname: boundedText(40),
  title,
  matter: boundedText(5_000),
  /** Id of an offered promise, `agreed`, or empty for none. */
  promise: boundedText(80),
  /** Value of a date and time field, used for `agreed`. */
  agreedAt: boundedText(80),
  product: boundedText(500),
  fault: boundedText(500),
  signs: v.array(majorSignSchema),
});

/** What is open and typed on an order's page. A ring may hide the page at any moment. */
export const orderTypingSchema = v.strictObject({
  form: v.picklist(['none', 'move', 'return', 'wrong-answer', 'remark', 'promise', 'answered', 'close']),
  /** The stage that `move` leads to. */
  to: boundedText(80),
  remarks: boundedText(2_000),
  time: boundedText(80),
  /** Whether the caller was informed, or accepted. */
  answer: v.nullable(v.boolean()),
  outcome: v.nullable(workOrderOutcomeSchema),
  reported: v.array(boundedText(80)),
  /** Null while it is unchanged. */
  record: v.nullable(complaintRecordSchema),
  reply: boundedText(20_000),
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
