import type { ColumnType, Generated } from 'kysely';
import type { Customer } from '../../contract/api/contacts/customers-api.ts';
import type { Role } from '../../contract/api/members/role.ts';
import type { WebhookEvent, WebhookKind } from '../../contract/api/webhooks/webhook.ts';
import type { PublishingTables } from './publishing-tables.ts';

/** Milliseconds since the epoch, bigint in the database. */
type Instant = number;

/** JSON that the server made. Written as text, read parsed. */
type Json = ColumnType<unknown, string | null, string | null>;

/**
 * JSON with text that people typed, stored as text: jsonb refuses the zero character and lone
 * surrogates, and a note that contains one must still be accepted.
 */
export type JsonText = string;

/** Row types by table. Every key starts with the organisation (docs/decisions/server.md). */
export interface Tables extends PublishingTables {
  organisations: {
    org: string;
    name: string;
    made_at: Instant;
    /** A device that was not used for so long has to enrol again. */
    device_idle_days: Generated<number>;
    /** Minutes without use after which devices lock; null: each decides. */
    lock_after_minutes: number | null;
  };
  organisation_secrets: {
    org: string;
    /** Hex of 32 random bytes; keys the hash of phone numbers. No device has it. */
    number_key: string;
    /** The one before it, of an organisation whose devices had it once. */
    old_number_key: Generated<string | null>;
    /** Hex; keys the receipts of events. No device has it. */
    receipt_key: Generated<string>;
    oidc_issuer: string | null;
    oidc_client: string | null;
    /** Claim of the ID token with the agent number. */
    oidc_claim: string | null;
  };
  teams: {
    org: string;
    team: string;
    name: string;
    retention_days: number | null;
    made_at: Instant;
    /** In its organisation, from 1: order numbers begin with it. */
    number: Generated<number>;
  };
  members: {
    org: string;
    member: string;
    team: string;
    number: string;
    name: string;
    role: Role;
    /** Null: the default of the role. */
    work_order_role: string | null;
    joined_at: Instant;
    left_at: Instant | null;
    /** Set by the first OIDC sign-in. */
    oidc_subject: string | null;
  };
  enrolment_codes: {
    org: string;
    code_hash: string;
    member: string;
    made_by: string;
    expires_at: Instant;
    used_at: Instant | null;
    binding: string | null;
    /** Encrypted under the secret of the link. */
    set_up: string | null;
  };
  sign_in_nonces: { org: string; nonce_hash: string; expires_at: Instant };
  devices: {
    org: string;
    device: string;
    member: string;
    label: string;
    token_hash: string;
    made_at: Instant;
    last_used_at: Instant | null;
    revoked_at: Instant | null;
    /** Who made the code: a member's id, or `server`; null: enrolled by the issuer's sign-in. */
    code_by: string | null;
    /** Among all devices that its team ever had, from 1: written in letters in order numbers. */
    place: Generated<number>;
  };
  /** Of phones that report their calls. */
  access_tokens: {
    org: string;
    team: string;
    token: string;
    kind: 'phone';
    token_hash: string;
    /** Whose phone it is. */
    member: string | null;
    label: string;
    made_by: string;
    made_at: Instant;
    last_used_at: Instant | null;
    revoked_at: Instant | null;
  };
  webhooks: {
    org: string;
    team: string;
    webhook: string;
    kind: WebhookKind;
    url: string;
    /** Of the signature; null for a robot without one. */
    secret: string | null;
    events: WebhookEvent[];
    language: string;
    time_zone: string;
    made_by: string;
    made_at: Instant;
  };
  webhook_deliveries: {
    org: string;
    team: string;
    webhook: string;
    event: string;
    type: WebhookEvent;
    body: string;
    made_at: Instant;
    state: 'waiting' | 'delivered' | 'failed';
    attempts: number;
    /** Of the next attempt; while one is under way, when another process may take it over. */
    next_at: Instant | null;
    status: number | null;
    problem: string | null;
  };
  team_clocks: {
    org: string;
    team: string;
    /** Of the next check of its deadlines. */
    next_at: Instant;
  };
  /** Contact lists. */
  customers: {
    org: string;
    team: string;
    /** Keyed hash of the number. */
    number_key: string;
    number: string;
    surname: string;
    title: Customer['title'];
    vip: boolean;
    remarks: string;
    saved_at: Instant;
  };
  /** Number of a team's newest change. The row lock puts the changes of a team in one order. */
  team_counters: {
    org: string;
    team: string;
    seq: number;
    /** Changes when an older back-up was restored; part of the epoch. */
    life: Generated<string>;
    /** Place of the newest device. It never restarts: letters of a deleted device stay its own. */
    devices: Generated<number>;
  };
  records: {
    org: string;
    team: string;
    kind: RecordKind;
    id: string;
    seq: number;
    revision: number;
    /** The member who owns it; null: shared by the team. */
    owner: string | null;
    /** When it happened, for figures and retention. */
    at: Instant;
    /** Of an event or a comment: its subject, such as a work order or a note. */
    subject: string | null;
    number_keys: string[];
    /** Null when it was deleted. */
    body: JsonText | null;
  };
  note_versions: {
    org: string;
    team: string;
    note: string;
    /** The server's, as in `records`. */
    revision: number;
    device: string;
    /** The device's own revision. */
    device_revision: number;
    fields: JsonText;
    /** Fields as the device sent them; null unless a merge changed them. */
    sent: JsonText | null;
    /** Fields that this merge replaced. */
    overruled: JsonText | null;
    at: Instant;
  };
  audit_log: {
    org: string;
    id: string;
    team: string;
    at: Instant;
    member: string;
    action: string;
    /** Counts and ids; no name, number or text. */
    detail: Json;
  };
}

/**
 * `subject`: a tombstone for the events of a subject. `erasure`: one for a number, by its key.
 */
export type RecordKind = 'note' | 'facts' | 'event' | 'comment' | 'subject' | 'erasure';
