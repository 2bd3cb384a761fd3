import * as v from 'valibot';
import { LONGEST_NUMBER } from '../../../calls/remote-party.ts';
import {
  LONGEST_CUSTOMER_NAME,
  LONGEST_CUSTOMER_REMARKS,
  listedCustomerSchema,
} from '../../../calls/vocabulary/listed-customer.ts';
import { countSchema, wholeNumber } from '../../../calls/vocabulary/whole-number.ts';
import { numberForm } from '../../numbers/number-form.ts';
import { text } from '../../team/envelope.ts';
import { endpoint } from '../endpoint.ts';

/** Of one team. */
export const MOST_CUSTOMERS = 10_000;

const line = (most: number) =>
  v.pipe(v.string(), v.trim(), v.maxLength(most), v.regex(/^\P{C}*$/u, 'no control characters'));

export const customerNumberSchema = v.pipe(
  text(LONGEST_NUMBER),
  v.check((number) => numberForm(number) !== null, 'a number'),
);

/** A customer of the team's contact list. */
export const customerSchema = v.strictObject({
  number: customerNumberSchema,
  ...listedCustomerSchema.entries,
  surname: line(LONGEST_CUSTOMER_NAME),
  remarks: line(LONGEST_CUSTOMER_REMARKS),
});

const customersSchema = v.pipe(v.array(customerSchema), v.maxLength(MOST_CUSTOMERS));

export const customersApi = {
  list: endpoint({
    method: 'GET',
    path: '/v1/teams/:team/customers',
    permission: 'manage-team',
    summary: "The team's contact list with whole numbers. Recorded in the audit log.",
    query: v.strictObject({ to: v.optional(v.picklist(['show', 'export']), 'show') }),
    answer: v.strictObject({ customers: customersSchema }),
  }),
  save: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/customers',
    permission: 'manage-team',
    summary: 'Adds customers to the contact list, or changes those whose number is in it; all or none.',
    body: v.strictObject({ customers: v.pipe(customersSchema, v.minLength(1)) }),
    answer: v.strictObject({
      saved: countSchema,
      /** Places in the request, from 0, of numbers that were erased: then nothing is saved. */
      erased: v.pipe(v.array(wholeNumber(0, MOST_CUSTOMERS - 1)), v.maxLength(MOST_CUSTOMERS)),
    }),
    errors: ['too-large'],
  }),
  remove: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/customers/removals',
    permission: 'manage-team',
    summary: 'Removes customers from the contact list by their numbers.',
    body: v.strictObject({
      numbers: v.pipe(v.array(customerNumberSchema), v.minLength(1), v.maxLength(MOST_CUSTOMERS)),
    }),
    answer: v.strictObject({ removed: countSchema }),
  }),
};

export type Customer = Readonly<v.InferOutput<typeof customerSchema>>;
