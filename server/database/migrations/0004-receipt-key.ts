import { type Kysely, sql } from 'kysely';

/** Adds the key of event receipts, which no device has. Never edited once released. */
export async function up(db: Kysely<never>): Promise<void> {
  // Row security binds the owner too: the default fills the rows that exist.
  await sql`alter table organisation_secrets add column receipt_key text not null
    default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')`.execute(db);
}
