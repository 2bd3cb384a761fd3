import { type Bytes, type SigningKey, signEd25519, verifyEd25519 } from './ed25519.ts';

/** The signature covers the kind, so one kind is never accepted as another. */
export type DocumentKind = 'pack-release' | 'team-keys';

export type SignedDocument = {
  readonly ok: true;
  /** Public key of the signer. */
  readonly signedBy: string;
  readonly body: string;
  /** SHA-256 of the body, in hex. */
  readonly digest: string;
};

export type DocumentRefusal =
  /** Changed, cut short, or not a document at all. */
  | { readonly ok: false; readonly reason: 'tampered' }
  /** Signed with a key that this team does not trust. */
  | { readonly ok: false; readonly reason: 'foreign' }
  /** In a format of a later version of the extension. */
  | { readonly ok: false; readonly reason: 'needs-newer-extension' };

const FORM = 1;
/** `sansheng pack-release 1 <public key> <signature>`, a line feed, then the signed bytes. */
const HEAD = /^sansheng ([a-z-]+) ([1-9]\d{0,3}) ([A-Za-z0-9_-]{43}) ([A-Za-z0-9_-]{86})$/;
/** Many times a large pack; a larger document is refused unread. */
const MOST_BYTES = 4_000_000;

/** The claimed signer, unverified. Null if it is not a document of that kind. */
export function claimedSigner(kind: DocumentKind, bytes: Bytes): string | null {
  const head = HEAD.exec((decode(bytes) ?? '').split('\n', 1)[0] ?? '');
  return head?.[1] === kind ? (head[3] ?? null) : null;
}

/** The body that was claimed to be signed, unverified. */
export function claimedBody(bytes: Bytes): string {
  const text = decode(bytes) ?? '';
  return text.slice(text.indexOf('\n') + 1);
}

export async function signDocument(kind: DocumentKind, body: string, key: SigningKey): Promise<Bytes> {
  const signature = await signEd25519(key, signedBytes(kind, body));
  return encode(`sansheng ${kind} ${FORM} ${key.publicKey} ${signature}\n${body}`);
}

/** Verifies the signature before anything else is read. `trusted`: public keys. */
export async function openDocument(
  kind: DocumentKind,
  bytes: Bytes,
  trusted: readonly string[],
): Promise<SignedDocument | DocumentRefusal> {
  const text = decode(bytes);
  const end = text?.indexOf('\n') ?? -1;
  const [, named, form, signedBy, signature] = HEAD.exec(text?.slice(0, Math.max(end, 0)) ?? '') ?? [];
  if (text === null || named !== kind || signedBy === undefined || signature === undefined) {
    return { ok: false, reason: 'tampered' };
  }
  if (Number(form) > FORM) return { ok: false, reason: 'needs-newer-extension' };
  if (!trusted.includes(signedBy)) return { ok: false, reason: 'foreign' };
  const body = text.slice(end + 1);
  if (!(await verifyEd25519(signedBy, signature, signedBytes(kind, body)))) {
    return { ok: false, reason: 'tampered' };
  }
  return { ok: true, signedBy, body, digest: await digestOf(body) };
}

/** SHA-256 in hex. */
export async function digestOf(body: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', encode(body));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function signedBytes(kind: DocumentKind, body: string): Bytes {
  return encode(`sansheng ${kind} ${FORM}\n${body}`);
}

function encode(text: string): Bytes {
  return new TextEncoder().encode(text);
}

function decode(bytes: Bytes): string | null {
  if (bytes.length > MOST_BYTES) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
