import type { Database } from '../database.ts';
import { importPrivateKey, openBox } from './public-key-box.ts';
import { type StartKeys, startContext, startKeys } from './start-keys.ts';
import type { VaultSession } from './vault-session.ts';

/**
 * The keys that this session can use: always those of its own start, earlier ones only with the
 * private key.
 */
export class KeyRing {
  readonly #database: Database;
  readonly #session: VaultSession;
  readonly #known = new Map<string, Promise<StartKeys | null>>();
  #current: Promise<StartKeys> | null = null;
  #privateKey: Promise<CryptoKey> | null = null;

  constructor(database: Database, session: VaultSession) {
    this.#database = database;
    this.#session = session;
  }

  current(): Promise<StartKeys> {
    const { agent, startId, startSecret } = this.#session;
    this.#current ??= startKeys(agent, startId, startSecret);
    return this.#current;
  }

  /** Null while locked, for another agent's start, and for a deleted or tampered start. */
  async find(startId: string): Promise<StartKeys | null> {
    if (startId === this.#session.startId) return await this.current();
    const known = this.#known.get(startId);
    if (known !== undefined) return await known;
    const found = this.#open(startId);
    this.#known.set(startId, found);
    return await found;
  }

  /** All starts of this agent that can be decrypted now, the current one first. */
  async readable(): Promise<readonly StartKeys[]> {
    const current = await this.current();
    if (this.#session.privateKey === null) return [current];
    const ids = await this.#database.starts.where('agent').equals(this.#session.agent).primaryKeys();
    const earlier = ids.filter((id) => id !== current.startId);
    const found = await Promise.all(earlier.map((id) => this.find(id)));
    return [current, ...found.filter((keys) => keys !== null)];
  }

  /** True if every start of this agent can be decrypted now. */
  async isComplete(): Promise<boolean> {
    const starts = await this.#database.starts.where('agent').equals(this.#session.agent).count();
    return (await this.readable()).length >= starts;
  }

  async #open(startId: string): Promise<StartKeys | null> {
    const { agent, privateKey } = this.#session;
    if (privateKey === null) return null;
    const [start, keys] = await Promise.all([
      this.#database.starts.get(startId),
      this.#database.keys.get(agent),
    ]);
    if (start === undefined || keys === undefined || start.agent !== agent) return null;
    this.#privateKey ??= importPrivateKey(privateKey);
    const opener = await this.#privateKey;
    const secret = await openBox(opener, keys.publicKey, start.secret, startContext(agent, startId));
    return secret === null ? null : await startKeys(agent, startId, secret);
  }
}
