import type { ColumnType } from 'kysely';
import type { Permission } from '../../contract/api/members/role.ts';
import type { Receipt } from '../../contract/release/release-messages.ts';

type Instant = number;
type Json = ColumnType<unknown, string, string>;

/** Tables of packs, events and presence. Every key starts with (org, team). */
export interface PublishingTables {
  event_counters: { org: string; team: string; seq: number };
  events: {
    org: string;
    team: string;
    seq: number;
    at: Instant;
    permission: Permission | null;
    agents: string[];
    body: Json;
  };
  pack_drafts: {
    org: string;
    team: string;
    draft: string;
    revision: number;
    name: string;
    content: Json;
    /** DraftAuthor[]. */
    authors: ColumnType<unknown, string | undefined, string>;
    by: string;
    at: Instant;
  };
  pack_releases: {
    org: string;
    team: string;
    sequence: number;
    digest: string;
    version: string;
    /** Of the pack alone: a version has one content. */
    pack_digest: string;
    head: Json;
    document: string;
  };
  team_key_lists: { org: string; team: string; sequence: number; document: string };
  pack_signers: { org: string; team: string; key: string; holder: string; shown_at: Instant };
  pack_receipts: {
    org: string;
    team: string;
    sequence: number;
    device: string;
    agent: string;
    status: Receipt['status'];
    since: Instant;
    read_at: Instant | null;
    reason: string | null;
  };
  presence_states: {
    org: string;
    team: string;
    agent: string;
    state: Json;
    seen_at: Instant;
    /** CallLeft[]. */
    calls_left: ColumnType<unknown, string | undefined, string>;
  };
  help_requests: {
    org: string;
    team: string;
    id: string;
    agent: string;
    at: Instant;
    over_at: Instant | null;
    /** A HelpRequest. */
    body: Json;
  };
}
