import type { ColumnType } from 'kysely';
import type { Role } from '../../contract/api/members/role.ts';
import type { PublishingTables } from './publishing-tables.ts';

/** Milliseconds since the epoch, bigint in the database. */
type Instant = number;

/** Of the server's own making. Written as text, read as what it holds. */
type Json = ColumnType<unknown, string | null, string | null>;

/**
 * JSON with what people typed, kept as text: jsonb refuses the zero character and lone surrogates, and whoever pastes one
 * must not be stuck with a note that no server takes.
 */
export type JsonText = string;

/** One row type a table. Every key starts with the organisation (docs/decisions/server.md). */
export interface Tables extends PublishingTables {
  organisations: { org: string; name: string; made_at: Instant };
  organisation_secrets: {
    org: string;
    /** Hex of 32 random bytes; keys the hash of phone numbers. */
    number_key: string;
    oidc_issuer: string | null;
    oidc_client: string | null;
    /** Claim of the ID token that is the agent number. */
    oidc_claim: string | null;
  };
  teams: { org: string; team: string; name: string; retention_days: number | null; made_at: Instant };
  members: {
    org: string;
    member: string;
    team: string;
    number: string;
    name: string;
    role: Role;
    /** Null: what goes with the role. */
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
  };
  /** The number that the newest change of a team has. Its row lock is what puts a team's changes into one order. */
  team_counters: { org: string; team: string; seq: number };
  records: {
    org: string;
    team: string;
    kind: RecordKind;
    id: string;
    seq: number;
    revision: number;
    /** The member that it belongs to; null for the whole team. */
    owner: string | null;
    /** When it happened, for figures and retention. */
    at: Instant;
    /** Of an event or a comment: what it is about. */
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
    /** As the device sent them, where a merge changed them. */
    sent: JsonText | null;
    /** What was overruled by this merge. */
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
 * `subject`: the mark that a subject's events were deleted. `erasure`: that of an erased number, by its key.
 */
export type RecordKind = 'note' | 'facts' | 'event' | 'comment' | 'subject' | 'erasure';
