import type { Tx } from '../database/tenant.ts';
import { hashSecret, randomSecret } from './secrets.ts';

/** Enough time for a password and a second factor. */
const GOOD_FOR_MS = 10 * 60_000;

/** Binds one sign-in to one ID token. */
export async function makeNonce(
  tx: Tx,
  org: string,
  at: number,
): Promise<{ readonly nonce: string; readonly expiresAt: number }> {
  await tx.deleteFrom('sign_in_nonces').where('org', '=', org).where('expires_at', '<', at).execute();
  const nonce = randomSecret();
  const expires_at = at + GOOD_FOR_MS;
  await tx
    .insertInto('sign_in_nonces')
    .values({ org, nonce_hash: hashSecret(nonce), expires_at })
    .execute();
  return { nonce, expiresAt: expires_at };
}

/** Uses up a nonce. True once, and before it expires. */
export async function useNonce(tx: Tx, org: string, nonce: string, at: number): Promise<boolean> {
  const used = tx.deleteFrom('sign_in_nonces').where('org', '=', org);
  const found = await used
    .where('nonce_hash', '=', hashSecret(nonce))
    .returning('expires_at')
    .executeTakeFirst();
  return found !== undefined && found.expires_at > at;
}
