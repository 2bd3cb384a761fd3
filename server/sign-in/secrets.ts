import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Crockford's base 32; five random bits per character. */
export function randomSigns(length: number): string {
  return Array.from({ length }, () => BASE32.charAt(randomInt(BASE32.length))).join('');
}

export function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A fast hash is enough, because the secrets have too many random bits to be guessed. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function isSecret(secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(secret), 'hex'), Buffer.from(hash, 'hex'));
}
