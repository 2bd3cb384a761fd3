import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';
import type { Database } from '../database.ts';
import type { Codec } from './codec.ts';
import { NotSetUpError } from './not-set-up-error.ts';
import type { SessionSecrets } from './session-secrets.ts';

const sipSecretSchema = v.variant('kind', [
  /** As typed; never stored on disk. */
  v.strictObject({ kind: v.literal('password'), user: boundedText(400), password: boundedText(1_000) }),
  /**
   * RFC 7616 §3.4.2 with MD5: sufficient to register in this realm, useless elsewhere, and not the
   * password.
   */
  v.strictObject({
    kind: v.literal('ha1'),
    user: boundedText(400),
    realm: boundedText(400),
    ha1: boundedText(400),
  }),
]);

export type SipSecret = v.InferOutput<typeof sipSecretSchema>;

/** The secret typed in this browser start, and by whom; `agent` is null before one is set up. */
const typedSchema = v.strictObject({ agent: v.nullable(boundedText(200)), secret: sipSecretSchema });

export type SecretReading =
  | { readonly state: 'none' }
  /** One is remembered; unlock to read it. */
  | { readonly state: 'locked' }
  | { readonly state: 'here'; readonly secret: SipSecret };

export interface CredentialPorts {
  readonly database: Database;
  readonly codec: Codec;
  /** Holds the password for this browser start. Not the vault's string. */
  readonly session: SessionSecrets;
}

/** The SIP secret: in memory as typed; on disk only if the agent wants that, as encrypted HA1. */
export class CredentialsStore {
  readonly #ports: CredentialPorts;

  constructor(ports: CredentialPorts) {
    this.#ports = ports;
  }

  async useForThisStart(user: string, password: string): Promise<void> {
    await this.#keepTyped(await this.#agent(), { kind: 'password', user, password });
  }

  /** `realm` as in the registrar's challenge, often the SIP domain. Also usable at once. */
  async remember(user: string, realm: string, password: string): Promise<void> {
    const { database, codec } = this.#ports;
    await this.useForThisStart(user, password);
    const { agent } = await codec.writer();
    const secret: SipSecret = { kind: 'ha1', user, realm, ha1: ha1(user, realm, password) };
    await database.credentials.put({ agent, encrypted: await codec.encode('credentials', agent, secret) });
  }

  /** The secret typed in this start, otherwise the remembered one of this agent. */
  async read(): Promise<SecretReading> {
    const typed = await this.#typed();
    if (typed !== null) return { state: 'here', secret: typed };
    const { agent } = await this.#ports.codec.writer();
    const row = await this.#ports.database.credentials.get(agent);
    if (row === undefined) return { state: 'none' };
    const decoded = await this.#ports.codec.decode('credentials', agent, row.encrypted);
    if (!decoded.ok) return { state: decoded.reason === 'locked' ? 'locked' : 'none' };
    const parsed = v.safeParse(sipSecretSchema, decoded.record);
    return parsed.success ? { state: 'here', secret: parsed.output } : { state: 'none' };
  }

  /** Where the secret is, without the secret, for the options page. */
  async whereabouts(): Promise<'missing' | 'session' | 'remembered'> {
    const { agent } = await this.#ports.codec.writer();
    if ((await this.#ports.database.credentials.get(agent)) !== undefined) return 'remembered';
    return (await this.#typed()) === null ? 'missing' : 'session';
  }

  async forget(): Promise<void> {
    const { agent } = await this.#ports.codec.writer();
    await Promise.all([this.#ports.session.clear(), this.#ports.database.credentials.delete(agent)]);
  }

  /** Only for the signed-in agent: nobody may call with another agent's password. */
  async #typed(): Promise<SipSecret | null> {
    const typed = parseTyped(await this.#ports.session.get());
    if (typed === null) return null;
    const agent = await this.#agent();
    if (typed.agent === agent) return typed.secret;
    if (typed.agent !== null) return null;
    await this.#keepTyped(agent, typed.secret);
    return typed.secret;
  }

  async #keepTyped(agent: string | null, secret: SipSecret): Promise<void> {
    await this.#ports.session.set(
      JSON.stringify({ agent, secret } satisfies v.InferOutput<typeof typedSchema>),
    );
  }

  async #agent(): Promise<string | null> {
    try {
      return (await this.#ports.codec.writer()).agent;
    } catch (error) {
      if (error instanceof NotSetUpError) return null;
      throw error;
    }
  }
}

/** WebCrypto has no MD5, which SIP digest needs. */
export function ha1(user: string, realm: string, password: string): string {
  return bytesToHex(md5(utf8ToBytes(`${user}:${realm}:${password}`)));
}

function parseTyped(text: string | null): v.InferOutput<typeof typedSchema> | null {
  if (text === null) return null;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), typedSchema), text);
  return parsed.success ? parsed.output : null;
}
