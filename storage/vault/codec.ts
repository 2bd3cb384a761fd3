import type { Encrypted } from '../database.ts';
import { toBase64, utf8 } from '../keys/bytes.ts';
import type { StartKeys } from '../keys/start-keys.ts';
import { type Decoded, encryptRecord, openRecord } from './encrypted-record.ts';
import type { Vault } from './vault.ts';

/** What a keyed hash is for; the same text has unrelated hashes for each. */
export type Lookup = 'number' | 'call';

/** The one way into the database and out of it: AES-GCM under the start's key, bound to table and id. */
export class Codec {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** For new rows: who writes. Throws NotSetUpError. */
  async writer(): Promise<StartKeys> {
    return await this.#vault.ring.current();
  }

  /** Works locked and unlocked. Throws NotSetUpError before an agent was set up. */
  async encode(table: string, id: string, record: unknown): Promise<Encrypted> {
    return await encryptRecord(await this.writer(), table, id, record);
  }

  async decode(table: string, id: string, encrypted: Encrypted): Promise<Decoded> {
    return await openRecord(await this.#vault.ring.find(encrypted.startId), table, id, encrypted);
  }

  /** Keyed hash under this start's key: nobody without that key can try numbers against it. */
  async lookupKey(what: Lookup, text: string): Promise<string> {
    return await keyedHash(await this.writer(), what, text);
  }

  /**
   * The hashes that `text` has under every start that can be read now. Each start hashes with its own key, so a
   * stolen folder does not even show which notes of different days belong to one caller.
   */
  async lookupKeys(what: Lookup, text: string): Promise<readonly string[]> {
    const starts = await this.#vault.ring.readable();
    return await Promise.all(starts.map((keys) => keyedHash(keys, what, text)));
  }

  /** False while locked, unless nothing was ever written before this start. */
  async readsEveryStart(): Promise<boolean> {
    return await this.#vault.ring.isComplete();
  }
}

async function keyedHash(keys: StartKeys, what: Lookup, text: string): Promise<string> {
  const hash = await crypto.subtle.sign('HMAC', keys.lookups, utf8(`${what} ${text}`));
  return toBase64(new Uint8Array(hash, 0, 18));
}
