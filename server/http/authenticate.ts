import { inTenant } from '../database/tenant.ts';
import { type Ports, portsOf } from '../ports.ts';
import { readToken } from '../sign-in/device-token.ts';
import { isSecret } from '../sign-in/secrets.ts';
import type { Actor } from './serve.ts';

/** Last use is shown to the minute, so it is written at most once a minute. */
const LAST_USE_MS = 60_000;

const DAY_MS = 86_400_000;

/**
 * Null for a missing, unknown or revoked token, for one that was not used for longer than the
 * organisation allows, and for a member who has left.
 */
export async function authenticate(ports: Ports, header: string | undefined): Promise<Actor | null> {
  const token = readToken(/^Bearer (.+)$/.exec(header ?? '')?.[1] ?? '');
  if (token === null) return null;
  const { org, device } = token;
  const own = portsOf(ports, org);
  if (own === null) return null;
  return await inTenant(own.db, { org, team: '' }, async (tx) => {
    const found = await tx
      .selectFrom('devices')
      .innerJoin('members', (join) =>
        join.onRef('members.org', '=', 'devices.org').onRef('members.member', '=', 'devices.member'),
      )
      .innerJoin('organisations', 'organisations.org', 'devices.org')
      .select(['token_hash', 'last_used_at', 'devices.made_at', 'device_idle_days'])
      .select(['members.member', 'team', 'number', 'role'])
      .where('devices.org', '=', org)
      .where('device', '=', device)
      .where('revoked_at', 'is', null)
      .where('left_at', 'is', null)
      .executeTakeFirst();
    if (found === undefined || !isSecret(token.secret, found.token_hash)) return null;
    const at = own.now();
    if (at - (found.last_used_at ?? found.made_at) > found.device_idle_days * DAY_MS) return null;
    if (found.last_used_at === null || at - found.last_used_at > LAST_USE_MS) {
      const used = tx.updateTable('devices').set({ last_used_at: at });
      await used.where('org', '=', org).where('device', '=', device).execute();
    }
    const { member, team, number, role } = found;
    return { org, team, member, number, role, device };
  });
}
