import * as v from 'valibot';
import { type DeviceSetUp, deviceSetUpSchema } from '../../settings/device-set-up.ts';

/** AES-GCM takes 12 bytes (NIST SP 800-38D §5.2.1.1). */
const IV_BYTES = 12;

/**
 * Encrypts the set-up of a new device under the secret of its link, which no server sees. It is
 * tied to the `binding`, so that a server cannot hand it to a device of another member.
 */
export async function encryptSetUp(secret: string, binding: string, setUp: DeviceSetUp): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(binding) };
  const plain = utf8(JSON.stringify(setUp));
  const ciphertext = new Uint8Array(await crypto.subtle.encrypt(algorithm, await keyOf(secret), plain));
  return base64(new Uint8Array([...iv, ...ciphertext]));
}

/** Null: changed, of another link, or not a set-up. */
export async function openSetUp(secret: string, binding: string, text: string): Promise<DeviceSetUp | null> {
  const bytes = fromBase64(text);
  if (bytes === null) return null;
  const iv = bytes.slice(0, IV_BYTES);
  const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(binding) };
  try {
    const plain = await crypto.subtle.decrypt(algorithm, await keyOf(secret), bytes.slice(IV_BYTES));
    const parsed = v.safeParse(
      v.pipe(v.string(), v.parseJson(), deviceSetUpSchema),
      new TextDecoder().decode(plain),
    );
    return parsed.success ? parsed.output : null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}

/** HKDF (RFC 5869); the secret itself is the key of the binding. */
async function keyOf(secret: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveKey']);
  const info = utf8('sansheng enrolment set-up 1');
  return await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
