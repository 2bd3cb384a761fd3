import type { Database, Rows } from '../database.ts';
import type { SessionSecrets } from '../vault/session-secrets.ts';
import { type Bytes, randomBytes } from './bytes.ts';
import { encryptForKey } from './public-key-box.ts';
import { START_SECRET_BYTES, startContext } from './start-keys.ts';
import { readVaultSession, type VaultSession, writeVaultSession } from './vault-session.ts';

/** The signed-in agent, and the start whose keys this browser uses for writing. */
export interface BrowserStart {
  readonly keys: Rows['keys'];
  readonly session: VaultSession;
}

interface StartPorts {
  readonly database: Database;
  readonly session: SessionSecrets;
}

/**
 * The start that another page of this browser began. Null if there is none, or if the profile was
 * wiped since.
 */
export async function joinStart({ database, session: secrets }: StartPorts): Promise<BrowserStart | null> {
  const session = await readVaultSession(secrets);
  if (session === null) return null;
  const [keys, start] = await Promise.all([
    database.keys.get(session.agent),
    database.starts.get(session.startId),
  ]);
  return keys === undefined || start === undefined ? null : { keys, session };
}

/** Stores the encrypted secret of the start before anything is written with it. */
export async function beginStart(
  { database, session: secrets }: StartPorts,
  keys: Rows['keys'],
  privateKey: Bytes | null,
): Promise<BrowserStart> {
  const { agent } = keys;
  const startId = crypto.randomUUID();
  const startSecret = randomBytes(START_SECRET_BYTES);
  const secret = await encryptForKey(keys.publicKey, startSecret, startContext(agent, startId));
  await database.transaction('rw', database.starts, database.meta, async () => {
    await database.starts.add({ id: startId, agent, secret });
    await database.meta.put({ name: 'lastAgent', value: agent });
  });
  const session = { agent, startId, startSecret, privateKey };
  await writeVaultSession(secrets, session);
  return { keys, session };
}

/** Adds the private key to the session that the pages of this start share. */
export async function unlockStart(
  ports: StartPorts,
  keys: Rows['keys'],
  privateKey: Bytes,
): Promise<BrowserStart> {
  const session = await readVaultSession(ports.session);
  if (session?.agent !== keys.agent) return await beginStart(ports, keys, privateKey);
  const unlocked = { ...session, privateKey };
  await writeVaultSession(ports.session, unlocked);
  return { keys, session: unlocked };
}

/** The last agent of this profile, for a browser that has just started. */
export async function lastAgent(database: Database): Promise<Rows['keys'] | null> {
  const last = await database.meta.get('lastAgent');
  return last === undefined ? null : ((await database.keys.get(last.value)) ?? null);
}
