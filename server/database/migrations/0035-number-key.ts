import { type Kysely, sql } from 'kysely';

/**
 * Devices had the key of numbers once. The next one is made from what never left the server, so
 * that an older back-up gets the same when it is migrated.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table organisation_secrets add column old_number_key text`.execute(db);
  await sql`alter table organisation_secrets no force row level security`.execute(db);
  await sql`update organisation_secrets set old_number_key = number_key,
    number_key = encode(sha256(convert_to('number key 2 ' || receipt_key || ' ' || number_key, 'UTF8')), 'hex')`.execute(
    db,
  );
  await sql`alter table organisation_secrets force row level security`.execute(db);
}
