import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/**
 * Webhooks of teams and what is delivered to them. The jobs of the server find due rows across
 * organisations, and nothing else of them. Never edited once released.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create table webhooks (org text not null, team text not null, webhook text not null,
    kind text not null, url text not null, secret text, events text[] not null, language text not null,
    time_zone text not null, made_by text not null, made_at bigint not null,
    primary key (org, team, webhook))`.execute(db);
  await sql`create table webhook_deliveries (org text not null, team text not null, webhook text not null,
    event text not null, type text not null, body text not null, made_at bigint not null,
    state text not null default 'waiting', attempts integer not null default 0, next_at bigint,
    status integer, problem text, primary key (org, team, webhook, event))`.execute(db);
  await sql`create index on webhook_deliveries (next_at) where next_at is not null`.execute(db);
  for (const table of ['webhooks', 'webhook_deliveries']) {
    await protect(db, table, 'team');
    await sql`create policy job on ${sql.table(table)} for select
      using (current_setting('app.job', true) = 'webhooks')`.execute(db);
  }
}
