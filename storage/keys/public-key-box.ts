import { type Bytes, concat, randomBytes, utf8 } from './bytes.ts';

/** A secret encrypted for a public key; only the private key opens it. */
export interface PublicKeyBox {
  /** Raw P-256 point: the public half of a key pair that is used for this box only. */
  readonly ephemeral: Bytes;
  readonly iv: Bytes;
  readonly ciphertext: Bytes;
}

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;

export async function makeKeyPair(): Promise<{ publicKey: Bytes; privateKey: Bytes }> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const [publicKey, privateKey] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ]);
  return { publicKey: new Uint8Array(publicKey), privateKey: new Uint8Array(privateKey) };
}

/** The imported key opens boxes and cannot be exported. */
export function importPrivateKey(pkcs8: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', pkcs8, CURVE, false, ['deriveBits']);
}

/**
 * ECIES: ephemeral ECDH P-256, HKDF-SHA-256, AES-256-GCM. `openBox` needs the same `context`, which
 * names the purpose.
 */
export async function encryptForKey(publicKey: Bytes, secret: Bytes, context: string): Promise<PublicKeyBox> {
  const ephemeralPair = await makeKeyPair();
  const ours = await importPrivateKey(ephemeralPair.privateKey);
  const ephemeral = ephemeralPair.publicKey;
  const key = await boxKey(ours, publicKey, concat(ephemeral, publicKey), context);
  const iv = randomBytes(12);
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, secret);
  return { ephemeral, iv, ciphertext: new Uint8Array(ciphertext) };
}

/** Null if the box was made for another key or context, or was changed. */
export async function openBox(
  privateKey: CryptoKey,
  publicKey: Bytes,
  box: PublicKeyBox,
  context: string,
): Promise<Bytes | null> {
  try {
    const key = await boxKey(privateKey, box.ephemeral, concat(box.ephemeral, publicKey), context);
    const { iv, ciphertext } = box;
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, ciphertext));
  } catch (error) {
    // OperationError: the tag does not match. DataError: the ephemeral key is not a point of the
    // curve.
    if (error instanceof DOMException && ['OperationError', 'DataError'].includes(error.name)) return null;
    throw error;
  }
}

async function boxKey(ours: CryptoKey, theirs: Bytes, salt: Bytes, context: string): Promise<CryptoKey> {
  const publicKey = await crypto.subtle.importKey('raw', theirs, CURVE, false, []);
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, ours, 256);
  const material = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(context) },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
