import { type Kysely, sql } from 'kysely';

/**
 * What a lead's browser encrypted for a new device: under the secret of its link, or for the key
 * that the device made. The server cannot read either. Never edited once released.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table enrolment_codes add column set_up text`.execute(db);
  await sql`alter table devices add column public_key text`.execute(db);
  await sql`alter table devices add column set_up text`.execute(db);
}
