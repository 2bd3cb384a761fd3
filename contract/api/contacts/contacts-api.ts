import * as v from 'valibot';
import { callIdSchema } from '../../../calls/events/event-kind.ts';
import { LONGEST_NUMBER } from '../../../calls/remote-party.ts';
import { listedCustomerSchema } from '../../../calls/vocabulary/listed-customer.ts';
import { teamContactsSchema } from '../../../calls/vocabulary/team-contact.ts';
import { text } from '../../team/envelope.ts';
import { endpoint } from '../endpoint.ts';

export const contactsApi = {
  ofNumber: endpoint({
    method: 'POST',
    path: '/v1/contacts',
    permission: 'participate',
    summary:
      "The team's last contacts with the number of a live call, and its entry in the contact list. Recorded in the audit log.",
    /** More than an agent's calls; a list of numbers cannot be tried with it unnoticed. */
    perMinute: 30,
    /** `call`: its own note is no earlier contact. In the body, because addresses are logged. */
    body: v.strictObject({ number: text(LONGEST_NUMBER), call: callIdSchema }),
    answer: v.strictObject({
      contacts: teamContactsSchema,
      /** Missing: the number is not in the team's contact list. */
      customer: v.exactOptional(listedCustomerSchema),
    }),
  }),
};
