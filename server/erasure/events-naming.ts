import { sql } from 'kysely';
import type { Tenant, Tx } from '../database/tenant.ts';

/** Events of a team whose body contains one of these parts of a JSON text. */
export function eventsNaming(tx: Tx, { org, team }: Tenant, parts: readonly string[]) {
  const names = sql<boolean>`exists (
    select from unnest(${sql.val([...parts])}::text[]) as part where strpos(body, part) > 0)`;
  const events = tx.selectFrom('records').where('org', '=', org).where('team', '=', team);
  return events.where('kind', '=', 'event').where(names);
}
