import * as v from 'valibot';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';
import type { SigningKey } from '../../contract/release/ed25519.ts';
import type { Database } from '../database.ts';
import type { Codec } from '../vault/codec.ts';

const keySchema = v.strictObject({ publicKey: boundedText(400), privateKey: boundedText(400) });

export type SignerReading =
  | { readonly state: 'none' }
  /** An earlier start encrypted it: signing needs an unlock. */
  | { readonly state: 'locked' }
  | { readonly state: 'ready'; readonly key: SigningKey };

/**
 * The key with which the lead of this profile signs packs. Encrypted: who has it can act as the
 * lead.
 */
export class SignerStore {
  readonly #database: Database;
  readonly #codec: Codec;

  constructor({ database, codec }: { readonly database: Database; readonly codec: Codec }) {
    this.#database = database;
    this.#codec = codec;
  }

  async read(): Promise<SignerReading> {
    const { agent } = await this.#codec.writer();
    const row = await this.#database.signers.get(agent);
    if (row === undefined) return { state: 'none' };
    const decoded = await this.#codec.decode('signers', agent, row.encrypted);
    if (!decoded.ok && decoded.reason === 'locked') return { state: 'locked' };
    const parsed = v.safeParse(keySchema, decoded.ok ? decoded.record : null);
    return parsed.success ? { state: 'ready', key: parsed.output } : { state: 'none' };
  }

  async save(key: SigningKey): Promise<void> {
    const { agent } = await this.#codec.writer();
    await this.#database.signers.put({ agent, encrypted: await this.#codec.encode('signers', agent, key) });
  }
}
