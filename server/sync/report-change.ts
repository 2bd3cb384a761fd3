import type { Tenant } from '../database/tenant.ts';
import { mention } from '../events/announce.ts';
import { type Audience, EVERYBODY } from '../events/audience.ts';
import type { Ports } from '../ports.ts';

/** After the commit of a change with a number of the team, before its 200. */
export async function reportChange(
  { db, guard }: Pick<Ports, 'db' | 'guard'>,
  { org, team }: Tenant,
  concerns: Audience = EVERYBODY,
): Promise<void> {
  await guard.mark({ org, team });
  await mention(db, { org, team }, concerns, { type: 'changed' });
}
