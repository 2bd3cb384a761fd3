import { type Kysely, sql } from 'kysely';
import type { Role } from '../../contract/api/members/role.ts';
import type { Tables } from '../database/tables.ts';
import { inTenant } from '../database/tenant.ts';
import type { FalseTokens } from '../limits/false-tokens.ts';
import { type Ports, portsOf } from '../ports.ts';
import { type DeviceToken, readToken } from '../sign-in/device-token.ts';
import { isSecret } from '../sign-in/secrets.ts';
import type { Actor } from './serve.ts';

/** Last use is shown to the minute, so it is written at most once a minute. */
const LAST_USE_MS = 60_000;

const DAY_MS = 86_400_000;

/**
 * Null for a missing, unknown or revoked token, for one that was not used for longer than the
 * organisation allows, and for a member who has left.
 */
export async function authenticate(
  ports: Ports,
  falseTokens: FalseTokens,
  header: string | undefined,
): Promise<Actor | null> {
  const written = /^Bearer (.+)$/.exec(header ?? '')?.[1] ?? '';
  const token = readToken(written);
  if (token === null || falseTokens.has(written)) return null;
  const { org, device } = token;
  const own = portsOf(ports, org);
  if (own === null) return null;
  const found = await findDevice(own.db, token);
  if (found === null || !isSecret(token.secret, found.token_hash)) {
    falseTokens.add(written);
    return null;
  }
  if (found.revoked_at !== null || found.left_at !== null) return null;
  const at = own.now();
  if (at - (found.last_used_at ?? found.made_at) > found.device_idle_days * DAY_MS) return null;
  if (found.last_used_at === null || at - found.last_used_at > LAST_USE_MS) {
    await inTenant(own.db, { org, team: '' }, async (tx) => {
      const used = tx.updateTable('devices').set({ last_used_at: at });
      await used.where('org', '=', org).where('device', '=', device).execute();
    });
  }
  const { member, team, number, role } = found;
  return { org, team, member, number, role, device };
}

interface FoundDevice {
  readonly token_hash: string;
  readonly made_at: number;
  readonly device_idle_days: number;
  readonly last_used_at: number | null;
  readonly revoked_at: number | null;
  readonly left_at: number | null;
  readonly member: string;
  readonly team: string;
  readonly number: string;
  readonly role: Role;
}

/** Without a transaction of its own: anybody can send tokens. */
async function findDevice(
  db: Kysely<Tables>,
  { org, device }: Pick<DeviceToken, 'org' | 'device'>,
): Promise<FoundDevice | null> {
  const { rows } = await sql<FoundDevice>`select * from device_of_token(${org}, ${device})`.execute(db);
  return rows[0] ?? null;
}
