import type { Encrypted } from '../database.ts';
import { toBase64, utf8 } from '../keys/bytes.ts';
import type { StartKeys } from '../keys/start-keys.ts';
import { type Decoded, encryptRecord, openRecord } from './encrypted-record.ts';
import type { Vault } from './vault.ts';

/** The purpose of a keyed hash; the hashes of one text for two purposes are unrelated. */
export type Lookup = 'number' | 'call';

/** Encrypts and decrypts every record: AES-GCM under the start's key, bound to table and id. */
export class Codec {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** The keys for new rows. Throws NotSetUpError. */
  async writer(): Promise<StartKeys> {
    return await this.#vault.ring.current();
  }

  /** Works locked and unlocked. Throws NotSetUpError before an agent is set up. */
  async encode(table: string, id: string, record: unknown): Promise<Encrypted> {
    return await encryptRecord(await this.writer(), table, id, record);
  }

  async decode(table: string, id: string, encrypted: Encrypted): Promise<Decoded> {
    return await openRecord(await this.#vault.ring.find(encrypted.startId), table, id, encrypted);
  }

  /** Keyed hash under this start's key: without the key, nobody can test numbers against it. */
  async lookupKey(what: Lookup, text: string): Promise<string> {
    return await keyedHash(await this.writer(), what, text);
  }

  /**
   * The hashes of `text` under every start that can be decrypted now. Each start hashes with its
   * own key, so a stolen folder does not show which notes of different days belong to one caller.
   */
  async lookupKeys(what: Lookup, text: string): Promise<readonly string[]> {
    const starts = await this.#vault.ring.readable();
    return await Promise.all(starts.map((keys) => keyedHash(keys, what, text)));
  }

  /** False while locked, unless nothing was written before this start. */
  async readsEveryStart(): Promise<boolean> {
    return await this.#vault.ring.isComplete();
  }
}

async function keyedHash(keys: StartKeys, what: Lookup, text: string): Promise<string> {
  const hash = await crypto.subtle.sign('HMAC', keys.lookups, utf8(`${what} ${text}`));
  return toBase64(new Uint8Array(hash, 0, 18));
}
