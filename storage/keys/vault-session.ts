import * as v from 'valibot';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';
import type { SessionSecrets } from '../vault/session-secrets.ts';
import { type Bytes, fromBase64, toBase64 } from './bytes.ts';

const bytesSchema = v.pipe(boundedText(4_000), v.base64(), v.transform(fromBase64));

const vaultSessionSchema = v.strictObject({
  agent: boundedText(200),
  startId: boundedText(80),
  startSecret: bytesSchema,
  /** PKCS #8; null while locked. */
  privateKey: v.nullable(bytesSchema),
});

/** What all pages of one browser start share in memory. */
export interface VaultSession {
  readonly agent: string;
  readonly startId: string;
  readonly startSecret: Bytes;
  readonly privateKey: Bytes | null;
}

/** Null before the first page of a start has written it, and if it cannot be parsed. */
export async function readVaultSession(secrets: Pick<SessionSecrets, 'get'>): Promise<VaultSession | null> {
  const text = await secrets.get();
  if (text === null) return null;
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), vaultSessionSchema), text);
  return read.success ? read.output : null;
}

export async function writeVaultSession(secrets: SessionSecrets, session: VaultSession): Promise<void> {
  const { agent, startId, startSecret, privateKey } = session;
  await secrets.set(
    JSON.stringify({
      agent,
      startId,
      startSecret: toBase64(startSecret),
      privateKey: privateKey === null ? null : toBase64(privateKey),
    }),
  );
}
