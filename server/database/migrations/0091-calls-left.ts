import { type Kysely, sql } from 'kysely';

/** Calls from which an agent went to another one, until it is known that they ended. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table presence_states add column calls_left jsonb not null default '[]'`.execute(db);
}
