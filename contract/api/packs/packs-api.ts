import { draftListSchema, draftSchema, saveDraftSchema, savedDraftSchema } from '../../release/draft.ts';
import {
  afterQuerySchema,
  dueReleasesSchema,
  MOST_DOCUMENT_CHARACTERS,
  offeredSchema,
  offerSchema,
  publishedSchema,
  publishSchema,
  receiptSchema,
  receiptsSchema,
  releaseHistorySchema,
  signerSchema,
  signersSchema,
  teamKeyListsSchema,
} from '../../release/release-messages.ts';
import { text } from '../../team/envelope.ts';
import { endpoint } from '../endpoint.ts';

export const draftsApi = {
  list: endpoint({
    method: 'GET',
    path: '/v1/teams/:team/drafts',
    permission: 'publish-packs',
    summary: 'Drafts of packs, without their content.',
    answer: draftListSchema,
  }),
  read: endpoint({
    method: 'GET',
    path: '/v1/teams/:team/drafts/:draft',
    permission: 'publish-packs',
    summary: 'One draft of a pack.',
    answer: draftSchema,
    errors: ['not-found'],
  }),
  save: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/drafts/:draft',
    permission: 'publish-packs',
    summary: 'Saves a draft that was made from a revision; `conflict` if that is no longer the newest.',
    body: saveDraftSchema,
    answer: savedDraftSchema,
    errors: ['conflict'],
  }),
};

export const teamKeysApi = {
  lists: endpoint({
    method: 'GET',
    path: '/v1/teams/:team/team-keys',
    permission: 'participate',
    summary: 'Lists of those who may publish, each signed by the root that the list before it names.',
    query: afterQuerySchema,
    answer: teamKeyListsSchema,
  }),
  addList: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/team-keys',
    permission: 'publish-packs',
    summary: 'The next list of those who may publish. `conflict` if it does not follow the last one.',
    body: publishSchema,
    answer: publishedSchema,
    errors: ['conflict'],
  }),
  signers: endpoint({
    method: 'GET',
    path: '/v1/teams/:team/signers',
    permission: 'publish-packs',
    summary: 'Public keys that leads have shown. Only the signed list says which of them count.',
    answer: signersSchema,
  }),
  showKey: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/signers',
    permission: 'publish-packs',
    summary: 'A lead shows the public half of a key, to be put on the next list.',
    body: signerSchema,
  }),
};

export const releasesApi = {
  history: endpoint({
    method: 'GET',
    path: '/v1/teams/:team/releases',
    permission: 'publish-packs',
    summary: 'Every release, newest first, without the packs.',
    answer: releaseHistorySchema,
  }),
  publish: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/releases',
    permission: 'publish-packs',
    summary: 'Sends a signed pack to the team. `conflict` if somebody has published meanwhile.',
    body: publishSchema,
    answer: publishedSchema,
    errors: ['malformed', 'conflict'],
  }),
  offer: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/held-releases',
    permission: 'participate',
    summary: 'A release that a device holds and that the server has lost. Its signature counts.',
    body: offerSchema,
    answer: offeredSchema,
    errors: ['malformed'],
  }),
  due: endpoint({
    method: 'GET',
    path: '/v1/releases',
    permission: 'participate',
    summary: 'Releases that this agent should have now or later. If-None-Match: 304 if unchanged.',
    answer: dueReleasesSchema,
  }),
  document: endpoint({
    method: 'GET',
    path: '/v1/teams/:team/releases/:sequence',
    permission: 'participate',
    summary: 'The signed bytes of one release. They never change.',
    answer: text(MOST_DOCUMENT_CHARACTERS),
    errors: ['not-found'],
  }),
};

export const receiptsApi = {
  report: endpoint({
    method: 'POST',
    path: '/v1/receipts',
    permission: 'participate',
    summary: 'The status of a release on this device. The earliest use and reading are kept.',
    body: receiptSchema,
  }),
  list: endpoint({
    method: 'GET',
    path: '/v1/teams/:team/receipts',
    permission: 'publish-packs',
    summary: 'Which device has which release, since when, and who has read its change note.',
    answer: receiptsSchema,
  }),
};
