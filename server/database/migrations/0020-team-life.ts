import { type Kysely, sql } from 'kysely';

/** Never edited once released. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table team_counters add column life text not null default ''`.execute(db);
}
