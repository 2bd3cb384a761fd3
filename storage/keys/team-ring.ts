import type { Database } from '../database.ts';
import type { BrowserStart } from './browser-start.ts';
import { type Bytes, utf8 } from './bytes.ts';
import { importPrivateKey, openBox } from './public-key-box.ts';
import { startContext } from './start-keys.ts';
import { openTeamKey, teamSecretOf, teamStartContext } from './team-key.ts';

interface TeamStartKeys {
  readonly startId: string;
  /** AES-256-GCM. */
  readonly records: CryptoKey;
}

interface TeamOpener {
  readonly publicKey: Bytes;
  readonly privateKey: CryptoKey;
}

/**
 * The team keys that this session can use: always those of its own start, the others if the agent
 * is unlocked and has the team key.
 */
export class TeamRing {
  readonly #database: Database;
  readonly #start: BrowserStart;
  readonly #known = new Map<string, Promise<TeamStartKeys | null>>();
  #current: Promise<TeamStartKeys> | null = null;
  #opener: Promise<TeamOpener | null> | null = null;

  constructor(database: Database, start: BrowserStart) {
    this.#database = database;
    this.#start = start;
  }

  current(): Promise<TeamStartKeys> {
    const { session } = this.#start;
    this.#current ??= teamSecretOf(session).then((secret) => keysOf(session.startId, secret));
    return this.#current;
  }

  async find(startId: string): Promise<TeamStartKeys | null> {
    if (startId === this.#start.session.startId) return await this.current();
    const known = this.#known.get(startId) ?? this.#open(startId);
    this.#known.set(startId, known);
    return await known;
  }

  async #open(startId: string): Promise<TeamStartKeys | null> {
    const own = await this.#openOwn(startId);
    if (own !== null) return await keysOf(startId, own);
    this.#opener ??= this.#makeOpener();
    const [opener, start] = await Promise.all([this.#opener, this.#database.teamStarts.get(startId)]);
    if (opener === null || start === undefined) return null;
    const { privateKey, publicKey } = opener;
    const secret = await openBox(privateKey, publicKey, start.secret, teamStartContext(startId));
    return secret === null ? null : await keysOf(startId, secret);
  }

  /** What this agent wrote can be read without the team's key, which they may not have yet. */
  async #openOwn(startId: string): Promise<Bytes | null> {
    const { keys, session } = this.#start;
    const { agent, privateKey } = session;
    const start = await this.#database.starts.get(startId);
    if (privateKey === null || start === undefined || start.agent !== agent) return null;
    const opener = await importPrivateKey(privateKey);
    const startSecret = await openBox(opener, keys.publicKey, start.secret, startContext(agent, startId));
    return startSecret === null ? null : await teamSecretOf({ agent, startId, startSecret, privateKey });
  }

  async #makeOpener(): Promise<TeamOpener | null> {
    const { keys, session } = this.#start;
    const { privateKey } = session;
    if (privateKey === null) return null;
    const [team, key] = await Promise.all([
      this.#database.teamKeys.get('team'),
      openTeamKey(this.#database, keys, privateKey),
    ]);
    if (team === undefined || key === null) return null;
    return { publicKey: team.publicKey, privateKey: await importPrivateKey(key) };
  }
}

async function keysOf(startId: string, secret: Bytes): Promise<TeamStartKeys> {
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const records = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: utf8(teamStartContext(startId)), info: utf8('records') },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  return { startId, records };
}
