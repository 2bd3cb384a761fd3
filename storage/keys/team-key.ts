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
 * has to unlock. Agents who are added later need the approval of one who has the key.
 */
export async function enterTeam(database: Database, { session }: BrowserStart): Promise<void> {
  if ((await database.teamStarts.get(session.startId)) !== undefined) return;
  const publicKey = (await database.teamKeys.get('team'))?.publicKey ?? (await makeTeam(database));
  const id = session.startId;
  const secret = await encryptForKey(publicKey, await teamSecretOf(session), teamStartContext(id));
  await database.teamStarts.put({ id, secret });
}

/** False if this session has no team key to share: it is locked, or its agent was not approved. */
export async function shareTeamKey(
  database: Database,
  { keys, session }: BrowserStart,
  agent: Rows['keys'],
): Promise<boolean> {
  const key = session.privateKey === null ? null : await openTeamKey(database, keys, session.privateKey);
  if (key === null) return false;
  await database.teamShares.put(await shareFor(agent, key));
  return true;
}

/**
 * Makes a new team key pair for everybody who has the key but `leaving`, and encrypts the secrets
 * of earlier starts for it. False if this session has no team key.
 */
export async function rotateTeamKey(
  database: Database,
  { keys, session }: BrowserStart,
  leaving: string,
): Promise<boolean> {
  const { teamKeys, teamShares, teamStarts } = database;
  const team = await teamKeys.get('team');
  const key = session.privateKey === null ? null : await openTeamKey(database, keys, session.privateKey);
  if (team === undefined || key === null) return false;
  const opener = await importPrivateKey(key);
  const next = await makeKeyPair();
  const encryptAgain = async (row: Rows['teamStarts']): Promise<Rows['teamStarts']> => {
    const context = teamStartContext(row.id);
    const secret = await openBox(opener, team.publicKey, row.secret, context);
    // One that does not open was changed on the disk: it stays unreadable.
    return secret === null ? row : { ...row, secret: await encryptForKey(next.publicKey, secret, context) };
  };
  const holders = new Set(await teamShares.toCollection().primaryKeys());
  holders.delete(leaving);
  const staying = (await database.keys.toArray()).filter(({ agent }) => holders.has(agent));
  const shares = await Promise.all(staying.map((agent) => shareFor(agent, next.privateKey)));
  const starts = await Promise.all((await teamStarts.toArray()).map(encryptAgain));
  await database.transaction('rw', teamKeys, teamShares, teamStarts, async () => {
    await teamKeys.put({ id: 'team', publicKey: next.publicKey });
    await teamShares.clear();
    await teamShares.bulkPut(shares);
    await teamStarts.bulkPut(starts);
  });
  return true;
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
