import type { Database, Rows } from '../database.ts';
import type { BrowserStart } from './browser-start.ts';
import { type Bytes, utf8 } from './bytes.ts';
import {
  encryptForKey,
  importPrivateKey,
  makeKeyPair,
  openBox,
  type PublicKeyBox,
} from './public-key-box.ts';
import { START_SECRET_BYTES, startContext } from './start-keys.ts';
import type { VaultSession } from './vault-session.ts';

/** Binds the team's private key to the agent with whom it is shared. */
const shareContext = (agent: string) => `sansheng team share 1 ${agent}`;
export const teamStartContext = (startId: string) => `sansheng team start 1 ${startId}`;

/**
 * Lets a start write team events; call it before anything is written. The first start creates the
 * team's key pair for every agent of this computer. That needs only their public keys, so nobody
 * has to unlock. An unlocked agent who has the team key shares it with agents who were added later.
 */
export async function enterTeam(database: Database, { keys, session }: BrowserStart): Promise<void> {
  if ((await database.teamStarts.get(session.startId)) === undefined) {
    const publicKey = (await database.teamKeys.get('team'))?.publicKey ?? (await makeTeam(database));
    const id = session.startId;
    const secret = await encryptForKey(publicKey, await teamSecretOf(session), teamStartContext(id));
    await database.teamStarts.put({ id, secret });
  }
  if (session.privateKey !== null) await passOn(database, keys, session.privateKey);
}

/** The team's private key (PKCS #8). Null if nobody has shared it with this agent yet. */
export async function openTeamKey(
  database: Database,
  { agent, publicKey }: Rows['keys'],
  privateKey: Bytes,
): Promise<Bytes | null> {
  const share = await database.teamShares.get(agent);
  if (share === undefined) return null;
  return await openBox(await importPrivateKey(privateKey), publicKey, share.box, shareContext(agent));
}

/**
 * Derived from the start's own secret, so the pages of a start share nothing more. It does not
 * reveal that secret.
 */
export async function teamSecretOf({ agent, startId, startSecret }: VaultSession): Promise<Bytes> {
  const material = await crypto.subtle.importKey('raw', startSecret, 'HKDF', false, ['deriveBits']);
  const salt = utf8(startContext(agent, startId));
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8('team') };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, material, START_SECRET_BYTES * 8));
}

async function passOn(database: Database, holder: Rows['keys'], privateKey: Bytes): Promise<void> {
  const held = new Set(await database.teamShares.toCollection().primaryKeys());
  const others = (await database.keys.toArray()).filter(({ agent }) => !held.has(agent));
  const key = others.length === 0 ? null : await openTeamKey(database, holder, privateKey);
  if (key === null) return;
  await database.teamShares.bulkPut(await Promise.all(others.map((keys) => shareFor(keys, key))));
}

async function makeTeam(database: Database): Promise<Bytes> {
  const { publicKey, privateKey } = await makeKeyPair();
  const agents = await database.keys.toArray();
  const shares = await Promise.all(agents.map((keys) => shareFor(keys, privateKey)));
  await database.transaction('rw', database.teamKeys, database.teamShares, async () => {
    await database.teamKeys.add({ id: 'team', publicKey });
    await database.teamShares.bulkPut(shares);
  });
  return publicKey;
}

async function shareFor(
  { agent, publicKey }: Rows['keys'],
  key: Bytes,
): Promise<{ agent: string; box: PublicKeyBox }> {
  return { agent, box: await encryptForKey(publicKey, key, shareContext(agent)) };
}
