import { type Kysely, sql } from 'kysely';

const COLUMNS = [
  ['events', 'body'],
  ['pack_drafts', 'content'],
  ['pack_releases', 'head'],
  ['presence_states', 'state'],
  ['help_requests', 'body'],
  ['audit_log', 'detail'],
] as const;

/**
 * jsonb refuses U+0000 and lone surrogates, which people paste; json keeps the text as it came.
 * Never edited once released.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const [table, column] of COLUMNS) {
    const change = sql`alter table ${sql.table(table)} alter column ${sql.ref(column)}`;
    await sql`${change} type json using ${sql.ref(column)}::json`.execute(db);
  }
}
