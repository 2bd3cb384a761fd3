import * as v from 'valibot';
import { askServer } from '../../../browser/server/ask-server.ts';
import { fetchFromServer } from '../../../browser/server/fetch-from-server.ts';
import { enrolmentCodeSchema } from '../../../contract/api/members/enrolment.ts';
import {
  deviceSchema,
  type MemberChange,
  memberSchema,
  meSchema,
  type NewMember,
  teamSchema,
} from '../../../contract/api/members/member.ts';
import { presenceSchema } from '../../../contract/api/presence/agent-state.ts';
import {
  helpListSchema,
  helpMessageSchema,
  helpRequestSchema,
} from '../../../contract/api/presence/help-request.ts';
import { notePageSchema } from '../../../contract/api/review/reviewed-note.ts';
import { erasureAnswerSchema } from '../../../contract/api/sync/erasure.ts';
import {
  draftListSchema,
  draftSchema,
  type SaveDraft,
  savedDraftSchema,
} from '../../../contract/release/draft.ts';
import {
  publishedSchema,
  receiptsSchema,
  releaseHistorySchema,
  signersSchema,
  teamKeyListsSchema,
} from '../../../contract/release/release-messages.ts';
import type { Link } from '../../../storage/sync/link-store.ts';

const membersSchema = v.strictObject({ members: v.array(memberSchema) });
const devicesSchema = v.strictObject({ devices: v.array(deviceSchema) });
const nothing = v.strictObject({});

/**
 * The requests of the lead's pages to the team's server, with the contract's schemas for the
 * answers.
 */
export class LeadServer {
  readonly link: Link;
  readonly #team: string;

  constructor(link: Link) {
    this.link = link;
    this.#team = `/v1/teams/${link.me.team.id}`;
  }

  me = () => askServer(this.link, '/v1/me', meSchema, null);
  members = () => askServer(this.link, `${this.#team}/members`, membersSchema, null);
  devices = () => askServer(this.link, `${this.#team}/devices`, devicesSchema, null);
  addMember = (member: NewMember) => askServer(this.link, `${this.#team}/members`, memberSchema, member);
  changeMember = (member: string, change: MemberChange) =>
    askServer(this.link, `${this.#team}/members/${member}`, memberSchema, change, 'PATCH');
  makeCode = (member: string) =>
    askServer(this.link, `${this.#team}/members/${member}/codes`, enrolmentCodeSchema, {});
  revokeDevice = (device: string) =>
    askServer(this.link, `${this.#team}/devices/${device}`, nothing, null, 'DELETE');
  keepFor = (retentionDays: number | null) =>
    askServer(this.link, this.#team, teamSchema, { retentionDays }, 'PATCH');
  erase = (number: string) => askServer(this.link, `${this.#team}/erasures`, erasureAnswerSchema, { number });

  presence = () => askServer(this.link, `${this.#team}/presence`, presenceSchema, null);
  help = () => askServer(this.link, `${this.#team}/help`, helpListSchema, null);
  acknowledge = (help: string) =>
    askServer(this.link, `${this.#team}/help/${help}/acknowledge`, helpRequestSchema, {});
  sendMessage = (to: string, call: string | null, text: string) =>
    askServer(this.link, `${this.#team}/messages`, helpMessageSchema, {
      id: crypto.randomUUID(),
      to,
      call,
      text,
    });
  events = (lastEventId: string | null, signal: AbortSignal) =>
    fetchFromServer(
      this.link,
      '/v1/events',
      lastEventId === null ? {} : { 'last-event-id': lastEventId },
      signal,
    );

  releases = () => askServer(this.link, `${this.#team}/releases`, releaseHistorySchema, null);
  receipts = () => askServer(this.link, `${this.#team}/receipts`, receiptsSchema, null);
  keyLists = () => askServer(this.link, `${this.#team}/team-keys`, teamKeyListsSchema, null);
  signers = () => askServer(this.link, `${this.#team}/signers`, signersSchema, null);
  showKey = (key: string) => askServer(this.link, `${this.#team}/signers`, nothing, { key });
  addKeyList = (document: string) =>
    askServer(this.link, `${this.#team}/team-keys`, publishedSchema, { document });
  publish = (document: string) =>
    askServer(this.link, `${this.#team}/releases`, publishedSchema, { document });
  drafts = () => askServer(this.link, `${this.#team}/drafts`, draftListSchema, null);
  draft = (id: string) => askServer(this.link, `${this.#team}/drafts/${id}`, draftSchema, null);
  saveDraft = (id: string, draft: SaveDraft) =>
    askServer(this.link, `${this.#team}/drafts/${id}`, savedDraftSchema, draft);
  /** The signed bytes; null while they cannot be had. */
  async release(sequence: number): Promise<Uint8Array<ArrayBuffer> | null> {
    const path = `${this.#team}/releases/${sequence}`;
    const response = await fetchFromServer(this.link, path, {}, AbortSignal.timeout(30_000)).catch(
      () => null,
    );
    return response?.ok === true ? new Uint8Array(await response.arrayBuffer()) : null;
  }

  /** Notes as they are counted, `from` to before `to`, a page at a time. */
  figures = (from: number, to: number, after: string) =>
    askServer(
      this.link,
      `${this.#team}/figures?${new URLSearchParams({ from: String(from), to: String(to), after })}`,
      notePageSchema,
      null,
    );
}
