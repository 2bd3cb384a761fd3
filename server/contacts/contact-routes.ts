import { contactsApi } from '../../contract/api/contacts/contacts-api.ts';
import { teamContacts } from '../../rules/contacts/team-contacts.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { type RoutesOf, serve } from '../http/serve.ts';
import { customerOfNumber } from './customers.ts';
import { notesWithNumber } from './notes-with-number.ts';

const ofNumber = serve(contactsApi.ofNumber, async ({ actor, tx, body, ports }) => {
  const now = ports.now();
  return await tx(async (tx) => {
    const notes = await notesWithNumber(tx, actor, body.number);
    const contacts = teamContacts(notes, body.call, now);
    // Neither number nor call: the id of a call may contain the number.
    const detail = { device: actor.device, contacts: contacts.length };
    await recordAudit(tx, actor, now, 'contacts-asked', detail);
    const customer = await customerOfNumber(tx, actor, body.number);
    return { ok: true, answer: { contacts, ...(customer === null ? {} : { customer }) } };
  });
});

export const contactRoutes: RoutesOf<typeof contactsApi> = { ofNumber };
