import { type Kysely, sql } from 'kysely';

/** Role of every connection but that for migrations. It owns no table. */
export const APP_ROLE = 'sansheng_app';

/**
 * Grants a new table to the app role behind row-level security, which also binds the owner. `team`
 * tables have the columns org and team, `organisation` tables org. Called by migrations.
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
