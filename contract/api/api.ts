import { auditApi } from './audit.ts';
import { contactsApi } from './contacts/contacts-api.ts';
import { customersApi } from './contacts/customers-api.ts';
import { eventsApi } from './events/server-event.ts';
import { signInApi } from './members/enrolment.ts';
import { devicesApi, membersApi, teamsApi } from './members/members-api.ts';
import { organisationApi } from './members/organisation.ts';
import { draftsApi, receiptsApi, releasesApi, teamKeysApi } from './packs/packs-api.ts';
import { helpApi, presenceApi } from './presence/presence-api.ts';
import { notesApi } from './review/notes-api.ts';
import { serviceApi } from './service-api.ts';
import { syncApi } from './sync/sync-api.ts';
import { tokensApi } from './tokens/tokens-api.ts';
import { webhooksApi } from './webhooks/webhooks-api.ts';

/** Every endpoint of the server, by resource. */
export const api = {
  service: serviceApi,
  signIn: signInApi,
  members: membersApi,
  devices: devicesApi,
  teams: teamsApi,
  organisation: organisationApi,
  sync: syncApi,
  notes: notesApi,
  contacts: contactsApi,
  customers: customersApi,
  audit: auditApi,
  events: eventsApi,
  presence: presenceApi,
  help: helpApi,
  drafts: draftsApi,
  teamKeys: teamKeysApi,
  releases: releasesApi,
  receipts: receiptsApi,
  tokens: tokensApi,
  webhooks: webhooksApi,
};
