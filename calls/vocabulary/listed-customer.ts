import * as v from 'valibot';
import { boundedText } from './bounded-text.ts';
import { callerTitleSchema } from './caller-title.ts';

export const LONGEST_CUSTOMER_NAME = 40;
export const LONGEST_CUSTOMER_REMARKS = 200;

/** What the team's contact list says of a number. */
export const listedCustomerSchema = v.strictObject({
  /** Empty: not known. */
  surname: boundedText(LONGEST_CUSTOMER_NAME),
  title: v.nullable(callerTitleSchema),
  vip: v.boolean(),
  /** What an agent should know while it rings. */
  remarks: boundedText(LONGEST_CUSTOMER_REMARKS),
});

export type ListedCustomer = Readonly<v.InferOutput<typeof listedCustomerSchema>>;
