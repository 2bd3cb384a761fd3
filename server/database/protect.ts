import { type Kysely, sql } from 'kysely';

/** The role that every connection but the migrating one works as. It owns no table. */
export const APP_ROLE = 'sansheng_app';

/**
 * Gives a new table to the app role behind row-level security, forced for its owner too. `team` tables have columns org and
 * team, `organisation` tables org. To be called by the migration that creates the table.
 */
export async function protect(
  db: Kysely<never>,
  table: string,
  within: 'organisation' | 'team',
): Promise<void> {
  const name = sql.table(table);
  const org = sql`org = current_setting('app.org', true)`;
  const team = sql`(team = current_setting('app.team', true) or current_setting('app.team', true) = '*')`;
  const own = within === 'organisation' ? org : sql`${org} and ${team}`;
  await sql`alter table ${name} enable row level security`.execute(db);
  await sql`alter table ${name} force row level security`.execute(db);
  await sql`create policy tenant on ${name} using (${own}) with check (${own})`.execute(db);
  await sql`grant select, insert, update, delete on ${name} to ${sql.id(APP_ROLE)}`.execute(db);
}
