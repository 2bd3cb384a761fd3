import { type Kysely, sql } from 'kysely';

/**
 * Adds the binding of a lead's enrolment link, who made the code of a device, and after how many
 * days without use a device has to enrol again. Never edited once released.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table enrolment_codes add column binding text`.execute(db);
  await sql`alter table devices add column code_by text`.execute(db);
  await sql`alter table organisations add column device_idle_days integer not null default 180
    check (device_idle_days >= 90)`.execute(db);
}
