import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** The contact lists of teams. Never edited once released. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create table customers (org text not null, team text not null, number_key text not null,
    number text not null, surname text not null, title text, vip boolean not null, remarks text not null,
    saved_at bigint not null, primary key (org, team, number_key))`.execute(db);
  await protect(db, 'customers', 'team');
}
