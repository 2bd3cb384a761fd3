import { listedCustomerSchema } from '../vocabulary/listed-customer.ts';
import { callEvent } from './event-kind.ts';

/** The team's server answered that the number is in the contact list. */
export const customerFound = callEvent('customer-found', listedCustomerSchema.entries);
