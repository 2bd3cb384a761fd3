import { type Bytes, randomBytes, utf8 } from './bytes.ts';

/** A key encrypted with a passphrase or a recovery code. */
export interface PassphraseLock {
  readonly salt: Bytes;
  readonly rounds: number;
  readonly iv: Bytes;
  readonly ciphertext: Bytes;
}

/**
 * PBKDF2-HMAC-SHA-256 work factor (OWASP Password Storage Cheat Sheet, 2023). Stored with each lock
 * so that it can rise.
 */
export const PBKDF2_ROUNDS = 600_000;

/** `purpose` is authenticated, so a lock by recovery code cannot pass for one by passphrase. */
export async function lockKey(secret: string, key: Bytes, purpose: string): Promise<PassphraseLock> {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const wrapping = await stretch(secret, salt, PBKDF2_ROUNDS);
  const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(purpose) };
  const ciphertext = new Uint8Array(await crypto.subtle.encrypt(algorithm, wrapping, key));
  return { salt, rounds: PBKDF2_ROUNDS, iv, ciphertext };
}

/** Null if the secret is wrong. */
export async function unlockKey(
  secret: string,
  lock: PassphraseLock,
  purpose: string,
): Promise<Bytes | null> {
  const wrapping = await stretch(secret, lock.salt, lock.rounds);
  const algorithm = { name: 'AES-GCM', iv: lock.iv, additionalData: utf8(purpose) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, wrapping, lock.ciphertext));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}

/** NFKC, so that the same characters from another keyboard or input method give the same key. */
async function stretch(secret: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', utf8(secret.normalize('NFKC')), 'PBKDF2', false, [
    'deriveKey',
  ]);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
