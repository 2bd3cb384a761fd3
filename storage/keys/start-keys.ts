import { type Bytes, utf8 } from './bytes.ts';

/** Random bytes made at each browser start; all that this start writes is encrypted with keys drawn from them. */
export const START_SECRET_BYTES = 32;

export interface StartKeys {
  readonly startId: string;
  readonly agent: string;
  /** AES-256-GCM, for records. */
  readonly records: CryptoKey;
  /** HMAC-SHA-256, for lookups. */
  readonly lookups: CryptoKey;
}

/** Binds a start's secret to its place, so that no start can stand in for another. */
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
