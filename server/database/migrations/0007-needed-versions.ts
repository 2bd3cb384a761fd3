import { type Kysely, sql } from 'kysely';

/**
 * A push reads the last version of its device, and a pull the newest overruled ones, however many
 * revisions a note has. Ordered by `-revision`, which the primary key cannot serve: the planner
 * would otherwise walk that key backwards through the versions of every other device. Never edited
 * once released.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create index note_versions_device
    on note_versions (org, team, note, device, (-revision))`.execute(db);
  await sql`create index note_versions_overruled on note_versions (org, team, note, (-revision))
    where overruled is not null`.execute(db);
}
