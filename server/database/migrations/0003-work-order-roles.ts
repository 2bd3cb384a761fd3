import { type Kysely, sql } from 'kysely';

/** Whose stages of a work order a member moves. Never edited once released: a change is a new migration. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table members add column work_order_role text`.execute(db);
}
