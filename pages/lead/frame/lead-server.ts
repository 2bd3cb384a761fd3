import { askMe } from '../../../browser/server/ask-me.ts';
import { callServer, fetchFromServer, TIMEOUT_MS } from '../../../browser/server/call-server.ts';
import { MOST_DOCUMENT_BYTES, readBounded } from '../../../browser/server/read-bounded.ts';
import { type Customer, customersApi } from '../../../contract/api/contacts/customers-api.ts';
import { eventsApi } from '../../../contract/api/events/server-event.ts';
import type { NewEnrolmentCode } from '../../../contract/api/members/enrolment.ts';
import type { MemberChange, NewMember } from '../../../contract/api/members/member.ts';
import type { NewCodes } from '../../../contract/api/members/member-import.ts';
import { devicesApi, membersApi, teamsApi } from '../../../contract/api/members/members-api.ts';
import { draftsApi, receiptsApi, releasesApi, teamKeysApi } from '../../../contract/api/packs/packs-api.ts';
import { helpApi, presenceApi } from '../../../contract/api/presence/presence-api.ts';
import { notesApi } from '../../../contract/api/review/notes-api.ts';
import { syncApi } from '../../../contract/api/sync/sync-api.ts';
import type { NewAccessToken } from '../../../contract/api/tokens/access-token.ts';
import { tokensApi } from '../../../contract/api/tokens/tokens-api.ts';
import type { NewWebhook } from '../../../contract/api/webhooks/webhook.ts';
import { webhooksApi } from '../../../contract/api/webhooks/webhooks-api.ts';
import type { SaveDraft } from '../../../contract/release/draft.ts';
import type { Link } from '../../../storage/sync/link-store.ts';

/** The team's server for the pages of the lead. */
export class LeadServer {
  readonly link: Link;
  readonly #team: string;
  /** For endpoints whose only parameter is the team. */
  readonly #ofTeam: { readonly params: { readonly team: string } };

  constructor(link: Link) {
    this.link = link;
    this.#team = link.me.team.id;
    this.#ofTeam = { params: { team: this.#team } };
  }

  me = () => askMe(this.link);
  members = () => callServer(this.link, membersApi.list, this.#ofTeam);
  devices = () => callServer(this.link, devicesApi.list, this.#ofTeam);
  addMember = (body: NewMember) => callServer(this.link, membersApi.add, { ...this.#ofTeam, body });
  addMembers = (body: { readonly members: NewMember[] }) =>
    callServer(this.link, membersApi.addSeveral, { ...this.#ofTeam, body });
  changeMember = (member: string, body: MemberChange) =>
    callServer(this.link, membersApi.change, { params: { team: this.#team, member }, body });
  makeCode = (member: string, body: NewEnrolmentCode) =>
    callServer(this.link, membersApi.makeCode, { params: { team: this.#team, member }, body });
  makeCodes = (body: NewCodes) => callServer(this.link, membersApi.makeCodes, { ...this.#ofTeam, body });
  recordAccountExport = (accounts: number) =>
    callServer(this.link, membersApi.recordAccountExport, { ...this.#ofTeam, body: { accounts } });
  revokeDevice = (device: string) =>
    callServer(this.link, devicesApi.revoke, { params: { team: this.#team, device } });
  keepFor = (retentionDays: number | null) =>
    callServer(this.link, teamsApi.change, { ...this.#ofTeam, body: { retentionDays } });
  erase = (number: string) => callServer(this.link, syncApi.erase, { ...this.#ofTeam, body: { number } });

  tokens = () => callServer(this.link, tokensApi.list, this.#ofTeam);
  makeToken = (body: NewAccessToken) => callServer(this.link, tokensApi.make, { ...this.#ofTeam, body });
  revokeToken = (token: string) =>
    callServer(this.link, tokensApi.revoke, { params: { team: this.#team, token } });

  customers = (to: 'show' | 'export') =>
    callServer(this.link, customersApi.list, { ...this.#ofTeam, query: { to } });
  saveCustomers = (customers: Customer[]) =>
    callServer(this.link, customersApi.save, { ...this.#ofTeam, body: { customers } });
  removeCustomers = (numbers: string[]) =>
    callServer(this.link, customersApi.remove, { ...this.#ofTeam, body: { numbers } });

  webhooks = () => callServer(this.link, webhooksApi.list, this.#ofTeam);
  addWebhook = (body: NewWebhook) => callServer(this.link, webhooksApi.add, { ...this.#ofTeam, body });
  removeWebhook = (webhook: string) =>
    callServer(this.link, webhooksApi.remove, { params: { team: this.#team, webhook } });
  deliveries = (before: string | null) =>
    callServer(this.link, webhooksApi.deliveries, {
      ...this.#ofTeam,
      query: before === null ? {} : { before },
    });
  retryDelivery = (of: { readonly webhook: string; readonly event: string }) =>
    callServer(this.link, webhooksApi.retry, { params: { team: this.#team, ...of } });

  presence = () => callServer(this.link, presenceApi.list, this.#ofTeam);
  help = () => callServer(this.link, helpApi.list, this.#ofTeam);
  acknowledge = (help: string) =>
    callServer(this.link, helpApi.acknowledge, { params: { team: this.#team, help } });
  sendMessage = (to: string, call: string | null, text: string) => {
    const body = { id: crypto.randomUUID(), to, call, text };
    return callServer(this.link, helpApi.sendMessage, { ...this.#ofTeam, body });
  };
  events = (lastEventId: string | null, signal: AbortSignal) => {
    const headers: Record<string, string> = lastEventId === null ? {} : { 'last-event-id': lastEventId };
    return fetchFromServer(this.link, eventsApi.stream, {}, headers, signal);
  };

  releases = () => callServer(this.link, releasesApi.history, this.#ofTeam);
  receipts = () => callServer(this.link, receiptsApi.list, this.#ofTeam);
  keyLists = (after: number) =>
    callServer(this.link, teamKeysApi.lists, { ...this.#ofTeam, query: { after: String(after) } });
  signers = () => callServer(this.link, teamKeysApi.signers, this.#ofTeam);
  showKey = (key: string) => callServer(this.link, teamKeysApi.showKey, { ...this.#ofTeam, body: { key } });
  addKeyList = (document: string) =>
    callServer(this.link, teamKeysApi.addList, { ...this.#ofTeam, body: { document } });
  publish = (document: string) =>
    callServer(this.link, releasesApi.publish, { ...this.#ofTeam, body: { document } });
  drafts = () => callServer(this.link, draftsApi.list, this.#ofTeam);
  draft = (draft: string) => callServer(this.link, draftsApi.read, { params: { team: this.#team, draft } });
  saveDraft = (draft: string, body: SaveDraft) =>
    callServer(this.link, draftsApi.save, { params: { team: this.#team, draft }, body });

  /** The signed bytes; null if they cannot be fetched. */
  async release(sequence: number): Promise<Uint8Array<ArrayBuffer> | null> {
    const input = { params: { team: this.#team, sequence } };
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const response = await fetchFromServer(this.link, releasesApi.document, input, {}, signal);
      return response.ok ? await readBounded(response.body, MOST_DOCUMENT_BYTES) : null;
    } catch {
      return null;
    }
  }

  /** Notes without personal data, `from` to before `to`, one page at a time. */
  figures = (from: number, to: number, after: string) => {
    const query = { from: String(from), to: String(to), after };
    return callServer(this.link, notesApi.figures, { ...this.#ofTeam, query });
  };
}
