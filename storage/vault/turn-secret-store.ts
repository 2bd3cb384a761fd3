import * as v from 'valibot';
import type { Database } from '../database.ts';
import type { Codec } from './codec.ts';

const turnSecretSchema = v.strictObject({ secret: v.pipe(v.string(), v.minLength(1), v.maxLength(500)) });

interface TurnSecretPorts {
  readonly database: Database;
  readonly codec: Codec;
}

/** An agent has a row of this kind beside that of the SIP secret. */
const rowOf = (agent: string) => `turn ${agent}`;

/**
 * The secret for the TURN server: the password of an account, or the secret that is shared with the
 * server. Always encrypted: it is read when a call is set up, hours after it was typed.
 */
export class TurnSecretStore {
  readonly #ports: TurnSecretPorts;

  constructor(ports: TurnSecretPorts) {
    this.#ports = ports;
  }

  /** Throws NotSetUpError before an agent is set up. */
  async remember(secret: string): Promise<void> {
    const parsed = v.safeParse(turnSecretSchema, { secret });
    // Not the error of the schema: it holds the secret, and errors are logged.
    if (!parsed.success) throw new RangeError('TURN secret: empty or too long');
    const { database, codec } = this.#ports;
    const agent = rowOf((await codec.writer()).agent);
    const encrypted = await codec.encode('credentials', agent, parsed.output);
    await database.credentials.put({ agent, encrypted });
  }

  /** Null if there is none, or while it cannot be decrypted. */
  async read(): Promise<string | null> {
    const { database, codec } = this.#ports;
    const agent = rowOf((await codec.writer()).agent);
    const row = await database.credentials.get(agent);
    if (row === undefined) return null;
    const decoded = await codec.decode('credentials', agent, row.encrypted);
    const parsed = decoded.ok ? v.safeParse(turnSecretSchema, decoded.record) : null;
    return parsed?.success === true ? parsed.output.secret : null;
  }

  /** For the options page, which never shows the secret. */
  async isKept(): Promise<boolean> {
    const { agent } = await this.#ports.codec.writer();
    return (await this.#ports.database.credentials.get(rowOf(agent))) !== undefined;
  }

  async forget(): Promise<void> {
    const { agent } = await this.#ports.codec.writer();
    await this.#ports.database.credentials.delete(rowOf(agent));
  }
}
