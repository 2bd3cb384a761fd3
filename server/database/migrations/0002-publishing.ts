import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Pack releases, drafts, events and presence. Never edited once released. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const [table, columns] of TABLES) {
    await sql.raw(`create table ${table} (org text not null, team text not null, ${columns})`).execute(db);
    await protect(db, table, 'team');
  }
}

const TABLES = [
  ['event_counters', 'seq bigint not null, primary key (org, team)'],
  [
    'events',
    `seq bigint not null, at bigint not null, permission text, agents text[] not null, body jsonb not null,
     primary key (org, team, seq)`,
  ],
  [
    'pack_drafts',
    `draft text not null, revision bigint not null, name text not null, content jsonb not null, by text not null,
     at bigint not null, primary key (org, team, draft)`,
  ],
  [
    'pack_releases',
    `sequence bigint not null, digest text not null, version text not null, pack_digest text not null,
     head jsonb not null, document text not null, primary key (org, team, sequence)`,
  ],
  ['team_key_lists', 'sequence bigint not null, document text not null, primary key (org, team, sequence)'],
  [
    'pack_signers',
    'key text not null, holder text not null, shown_at bigint not null, primary key (org, team, key)',
  ],
  [
    'pack_receipts',
    `sequence bigint not null, device text not null, agent text not null, status text not null,
     since bigint not null, read_at bigint, reason text, primary key (org, team, sequence, device)`,
  ],
  [
    'presence_states',
    'agent text not null, state jsonb not null, seen_at bigint not null, primary key (org, team, agent)',
  ],
  [
    'help_requests',
    `id text not null, agent text not null, at bigint not null, over_at bigint, body jsonb not null,
     primary key (org, team, id)`,
  ],
] as const;
