import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Ids of all organisations: the only query across tenants, allowed by a policy of its own. */
export async function listOrganisations(db: Kysely<Tables>): Promise<readonly string[]> {
  return await db.transaction().execute(async (tx) => {
    await sql`select set_config('app.job', 'list-organisations', true)`.execute(tx);
    return (await tx.selectFrom('organisations').select('org').execute()).map(({ org }) => org);
  });
}
