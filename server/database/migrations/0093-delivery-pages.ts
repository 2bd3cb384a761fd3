import { type Kysely, sql } from 'kysely';

/** A team's deliveries are read page by page, newest first. Never edited once released. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create index on webhook_deliveries (org, team, made_at)`.execute(db);
}
