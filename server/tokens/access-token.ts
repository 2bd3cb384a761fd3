import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { inTenant } from '../database/tenant.ts';
import { hashSecret, randomSigns } from '../sign-in/secrets.ts';

/** 130 bits: too many to be guessed, few enough for a phone's address field. */
const SECRET_SIGNS = 26;

/** Last use is shown to the minute, so it is written at most once a minute. */
const LAST_USE_MS = 60_000;

/** Names the organisation in which it is looked up. Without signs that a phone would encode. */
export function makeSecret(org: string): string {
  return `${org}-${randomSigns(SECRET_SIGNS)}`;
}

/** The organisation of a token that has the right form. */
export function orgOfSecret(secret: string): string | null {
  return /^([0-9A-Z]{6})-[0-9A-Z]{26}$/.exec(secret)?.[1] ?? null;
}

export interface FoundToken {
  readonly org: string;
  readonly team: string;
  readonly token: string;
  /** Of the agent whose phone it is. */
  readonly number: string | null;
}

/** Null for a token that is unknown, revoked, or of a member who left. */
export async function findToken(
  db: Kysely<Tables>,
  org: string,
  secret: string,
  now: number,
): Promise<FoundToken | null> {
  const { rows } = await sql<Omit<FoundToken, 'org'> & { last_used_at: number | null }>`
    select * from access_token_of(${org}, ${hashSecret(secret)})`.execute(db);
  const [found] = rows;
  if (found === undefined) return null;
  const { token, team, number, last_used_at: usedAt } = found;
  if (usedAt === null || Math.abs(now - usedAt) > LAST_USE_MS)
    await inTenant(db, { org, team: '*' }, async (tx) => {
      const used = tx.updateTable('access_tokens').set({ last_used_at: now });
      await used.where('org', '=', org).where('token', '=', token).execute();
    });
  return { org, team, token, number };
}
