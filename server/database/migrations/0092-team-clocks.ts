import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/**
 * When the clocks of a team are to be checked next. The jobs of the server find due teams across
 * organisations. Never edited once released.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create table team_clocks (org text not null, team text not null, next_at bigint not null,
    primary key (org, team))`.execute(db);
  await protect(db, 'team_clocks', 'team');
  await sql`create policy job on team_clocks for select
    using (current_setting('app.job', true) = 'webhooks')`.execute(db);
}
