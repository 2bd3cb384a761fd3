import type { Encrypted } from '../database.ts';
import { randomBytes, utf8 } from '../keys/bytes.ts';

/**
 * Plain text is padded to whole blocks, so the length of a record does not reveal the length of a
 * number.
 */
const BLOCK_BYTES = 128;
const SPACE = 0x20;

export type Decoded =
  /** Not parsed yet: an older version may have written another shape. */
  | { readonly ok: true; readonly record: unknown }
  /**
   * `locked`: the keys of its start are not available. `tampered`: changed, or moved here from
   * another record.
   */
  | { readonly ok: false; readonly reason: 'locked' | 'tampered' };

/** AES-GCM under one start's key; table, id and start are authenticated too. */
export async function encryptRecord(
  { startId, records }: { readonly startId: string; readonly records: CryptoKey },
  table: string,
  id: string,
  record: unknown,
): Promise<Encrypted> {
  const iv = randomBytes(12);
  const algorithm = { name: 'AES-GCM', iv, additionalData: place(table, id, startId) };
  const ciphertext = await crypto.subtle.encrypt(algorithm, records, padded(record));
  return { startId, iv, ciphertext: new Uint8Array(ciphertext) };
}

/** `keys` of the start that encrypted it; null while they are not available. */
export async function openRecord(
  keys: { readonly records: CryptoKey } | null,
  table: string,
  id: string,
  { startId, iv, ciphertext }: Encrypted,
): Promise<Decoded> {
  if (keys === null) return { ok: false, reason: 'locked' };
  const algorithm = { name: 'AES-GCM', iv, additionalData: place(table, id, startId) };
  try {
    const bytes = await crypto.subtle.decrypt(algorithm, keys.records, ciphertext);
    return { ok: true, record: JSON.parse(new TextDecoder().decode(bytes)) };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') {
      return { ok: false, reason: 'tampered' };
    }
    throw error;
  }
}

function place(table: string, id: string, startId: string) {
  return utf8(JSON.stringify([1, table, id, startId]));
}

/** JSON allows trailing white space. */
function padded(record: unknown) {
  const json = utf8(JSON.stringify(record));
  const bytes = new Uint8Array(Math.ceil(json.length / BLOCK_BYTES) * BLOCK_BYTES).fill(SPACE);
  bytes.set(json);
  return bytes;
}
