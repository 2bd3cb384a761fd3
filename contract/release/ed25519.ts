export type Bytes = Uint8Array<ArrayBuffer>;

/** An Ed25519 key pair (RFC 8032); each half is 32 bytes as base64url (43 characters). */
export interface SigningKey {
  readonly publicKey: string;
  /** Secret: stored encrypted only. */
  readonly privateKey: string;
}

/** The algorithm in script: pages that only read packs never load it. */
const inScript = () => import('@noble/ed25519');

export async function makeSigningKey(): Promise<SigningKey> {
  const { getPublicKeyAsync, utils } = await inScript();
  const secret = utils.randomSecretKey();
  return { publicKey: toBase64Url(await getPublicKeyAsync(secret)), privateKey: toBase64Url(secret) };
}

/** 64 bytes, as base64url. */
export async function signEd25519(key: SigningKey, message: Bytes): Promise<string> {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.publicKey, d: key.privateKey };
  const native = await nativeKey(() => crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['sign']));
  if (native !== 'missing') return toBase64Url(await crypto.subtle.sign('Ed25519', native, message));
  const { signAsync } = await inScript();
  return toBase64Url(await signAsync(message, fromBase64Url(key.privateKey)));
}

/** False for a wrong signature, and for a malformed key or signature. */
export async function verifyEd25519(publicKey: string, signature: string, message: Bytes): Promise<boolean> {
  if (!isBase64Url(publicKey, 43) || !isBase64Url(signature, 86)) return false;
  const [key, mark] = [fromBase64Url(publicKey), fromBase64Url(signature)];
  const native = await nativeKey(() => crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']));
  if (native !== 'missing') return await crypto.subtle.verify('Ed25519', native, mark, message);
  return await verifyInScript(key, mark, message);
}

/** In script, for Chrome before 137 and Firefox before 129; strict as RFC 8032 §5.1.7. */
export async function verifyInScript(publicKey: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  const { verifyAsync } = await inScript();
  return await verifyAsync(signature, message, publicKey, { zip215: false });
}

async function nativeKey(importKey: () => Promise<CryptoKey>): Promise<CryptoKey | 'missing'> {
  try {
    return await importKey();
  } catch (error) {
    // Also thrown for a malformed key; the script gives the same result for it.
    if (error instanceof DOMException) return 'missing';
    throw error;
  }
}

function isBase64Url(text: string, length: number): boolean {
  return text.length === length && /^[A-Za-z0-9_-]*$/.test(text);
}

function toBase64Url(bytes: ArrayBuffer | Uint8Array): string {
  const chars = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
  return btoa(chars).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Bytes {
  const chars = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(chars, (char) => char.charCodeAt(0));
}
