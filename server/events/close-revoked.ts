import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { inTenant } from '../database/tenant.ts';
import type { Listener } from './listener.ts';

/**
 * Closes the streams of revoked devices and of members who left or changed team, number or role.
 * Those who are still allowed connect again at once. One query per organisation.
 */
export async function closeRevoked(all: readonly Listener[], db: Kysely<Tables>): Promise<void> {
  for (const org of new Set(all.map((listener) => listener.org))) {
    const listeners = all.filter((listener) => listener.org === org);
    const rows = await inTenant(db, { org, team: '' }, (tx) =>
      tx
        .selectFrom('devices')
        .innerJoin('members', (join) =>
          join.onRef('members.org', '=', 'devices.org').onRef('members.member', '=', 'devices.member'),
        )
        .select(['device', 'team', 'number', 'role'])
        .where('devices.org', '=', org)
        .where('device', 'in', [...new Set(listeners.map(({ device }) => device))])
        .where('revoked_at', 'is', null)
        .where('left_at', 'is', null)
        .execute(),
    );
    const good = new Map(rows.map((row) => [row.device, identityOf(row)]));
    for (const listener of listeners) {
      if (good.get(listener.device) !== identityOf(listener)) listener.close();
    }
  }
}

function identityOf({ team, number, role }: Pick<Listener, 'team' | 'number' | 'role'>): string {
  return `${team} ${number} ${role}`;
}
