import type { Tables } from './tables.ts';

/** What becomes of the rows of a table: a rule of apply-retention.ts, or why they are kept. */
export type TableRetention =
  /** By the days that the team chose. */
  | { readonly rule: 'team-days' }
  /** A fixed number of days after they ended or were last used. */
  | { readonly rule: 'days'; readonly days: number }
  /** A log of the server's own work: a fixed number of days after each entry. */
  | { readonly rule: 'log'; readonly days: number }
  /** With the row of another table. */
  | { readonly rule: 'with'; readonly table: keyof Tables }
  | { readonly rule: 'kept'; readonly because: string };

const kept = (because: string) => ({ rule: 'kept', because }) as const;
const days = (count: number) => ({ rule: 'days', days: count }) as const;

/** Every table has a decision: a new one does not compile without. */
export const TABLE_RETENTION = {
  organisations: kept('until the organisation is removed'),
  organisation_secrets: kept('keys of the organisation, without personal data'),
  teams: kept('until the organisation is removed'),
  members: kept('authors of what the team keeps; no customer is in it'),
  enrolment_codes: days(30),
  sign_in_nonces: days(1),
  devices: days(365),
  webhooks: kept('addresses of the team; no customer is in it'),
  webhook_deliveries: { rule: 'log', days: 30 },
  team_clocks: kept('one time a team, without personal data'),
  access_tokens: kept('which phone reported or which program called; no customer is in it'),
  customers: kept('the team keeps its list; an erased number is deleted from it'),
  team_counters: kept('one number a team: it must never restart'),
  records: { rule: 'team-days' },
  note_versions: { rule: 'with', table: 'records' },
  audit_log: days(1_095),
  event_counters: kept('one number a team: it must never restart'),
  events: days(1),
  pack_drafts: kept('what leads are writing; an erased number is redacted in it'),
  pack_releases: kept('devices check each release against those before; no customer is in it'),
  team_key_lists: kept('devices check each list against the one before'),
  pack_signers: kept('public keys'),
  pack_receipts: { rule: 'with', table: 'devices' },
  presence_states: days(1),
  help_requests: days(1),
} as const satisfies Readonly<Record<keyof Tables, TableRetention>>;
