import { type Kysely, sql } from 'kysely';

/** Adds the work-order role of members. Never edited once released. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table members add column work_order_role text`.execute(db);
}
