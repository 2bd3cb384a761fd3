import { type Kysely, sql } from 'kysely';

/** Which lead changed which place of a draft. Never edited once released. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table pack_drafts add column authors jsonb not null default '[]'`.execute(db);
}
