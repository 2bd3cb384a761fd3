import { numberForm } from './number-form.ts';

/**
 * Keyed hash by which a team's server finds what belongs to a number: HMAC-SHA-256 of its form, in
 * hex. Null where there is no number. `key` is the organisation's, made by the server.
 */
export async function numberKey(key: CryptoKey, signalled: string): Promise<string | null> {
  const form = numberForm(signalled);
  if (form === null) return null;
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(form));
  return Array.from(new Uint8Array(mac), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** `hex` as the server sends it: 64 digits. */
export async function importNumberKey(hex: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
  return await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}
