import { type Kysely, sql } from 'kysely';

/** Adds the organisation's limit for idle minutes. Never edited once released. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table organisations add column lock_after_minutes integer`.execute(db);
}
