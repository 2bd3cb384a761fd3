import { teamContactsSchema } from '../vocabulary/team-contact.ts';
import { callEvent } from './event-kind.ts';

/** The team's server answered with earlier contacts of the caller's number. */
export const contactsFound = callEvent('contacts-found', { contacts: teamContactsSchema });
