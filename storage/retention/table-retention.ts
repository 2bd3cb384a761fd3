import type { Database } from '../database.ts';

/** What becomes of the rows of a table here: a rule of apply-retention.ts, or why they are kept. */
export type TableRetention =
  /** By the days of the settings, once they are stored elsewhere too. */
  | { readonly rule: 'notes-days' }
  /** By the days of the team: the server deletes them everywhere, each device its shift events. */
  | { readonly rule: 'team-days' }
  /** A fixed number of days after they were written or replaced. */
  | { readonly rule: 'days'; readonly days: number }
  /** With the rows of another table. */
  | { readonly rule: 'with'; readonly table: DeviceTable }
  /** Until their agent has left this computer. */
  | { readonly rule: 'agent' }
  | { readonly rule: 'kept'; readonly because: string };

/** Tables of Dexie. */
type DeviceTable = {
  [T in keyof Database]: Database[T] extends { readonly bulkPut: unknown } ? T : never;
}[keyof Database];

const days = (count: number) => ({ rule: 'days', days: count }) as const;
const kept = (because: string) => ({ rule: 'kept', because }) as const;
const like = (table: DeviceTable) => ({ rule: 'with', table }) as const;
const agent = { rule: 'agent' } as const;

/** Every table has a decision: a new one does not compile without. */
export const TABLE_RETENTION = {
  keys: agent,
  starts: like('notes'),
  meta: agent,
  journal: { rule: 'notes-days' },
  openCalls: like('journal'),
  heldCalls: days(1),
  laterDeletions: like('heldCalls'),
  notes: { rule: 'notes-days' },
  facts: like('notes'),
  undo: like('notes'),
  notePages: like('notes'),
  shadows: like('notes'),
  comments: like('notes'),
  outbox: like('notes'),
  refusals: like('outbox'),
  credentials: agent,
  dialogs: days(1),
  audit: days(1_095),
  team: { rule: 'team-days' },
  teamPages: like('team'),
  teamStarts: like('team'),
  teamKeys: kept('a public key of the team on this computer'),
  teamShares: agent,
  links: agent,
  signers: agent,
  sipAccounts: agent,
  /** Orders of so long ago are judged by the pack that was in force then. */
  packReleases: days(120),
  packTrust: agent,
  orderCounters: kept('counts of 400 days, by OrderCounter; no customer is in it'),
} as const satisfies Readonly<Record<DeviceTable, TableRetention>>;
