import { type Bytes, utf8 } from './bytes.ts';

/** Random bytes per browser start. All keys of the start are derived from them. */
export const START_SECRET_BYTES = 32;

export interface StartKeys {
  readonly startId: string;
  readonly agent: string;
  /** AES-256-GCM, for records. */
  readonly records: CryptoKey;
  /** HMAC-SHA-256, for look-ups. */
  readonly lookups: CryptoKey;
}

/** Binds the secret to its agent and start, so that no start can replace another. */
export function startContext(agent: string, startId: string): string {
  return `sansheng start 1 ${agent} ${startId}`;
}

export async function startKeys(agent: string, startId: string, secret: Bytes): Promise<StartKeys> {
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const draw = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: utf8(startContext(agent, startId)),
    info: utf8(info),
  });
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const [records, lookups] = await Promise.all([
    crypto.subtle.deriveKey(draw('records'), material, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    crypto.subtle.deriveKey(draw('lookups'), material, hmac, false, ['sign']),
  ]);
  return { startId, agent, records, lookups };
}
