import * as v from 'valibot';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';
import { countSchema } from '../../calls/vocabulary/whole-number.ts';
import { meSchema } from '../../contract/api/members/member.ts';
import { epochSchema } from '../../contract/api/sync/epoch.ts';
import { idSchema } from '../../contract/api/sync/sync-item.ts';
import type { Database } from '../database.ts';
import type { Codec } from '../vault/codec.ts';

export const MOST_KNOWN_DEVICES = 100;

const linkSchema = v.strictObject({
  /** Origin of the server, `https://…`. */
  server: v.pipe(boundedText(400), v.url()),
  /** Token of this device; it acts for the member. */
  token: boundedText(400),
  me: meSchema,
  /** Empty before the first pull. */
  cursor: boundedText(120),
  /**
   * SYNC_VERSION of the extension that pulled so far. A newer one pulls from the beginning, for
   * items that the older one skipped.
   */
  pulledBy: countSchema,
  /** Of the server's database at the last pull; absent before it. */
  epoch: v.exactOptional(epochSchema),
  /**
   * Of the team's root, from the enrolment: compared with the root that the server sends once the
   * team has one.
   */
  fingerprint: v.exactOptional(boundedText(40)),
  /** Ids of the agent's other devices that the agent was shown and knows. */
  knownDevices: v.exactOptional(v.pipe(v.array(idSchema), v.maxLength(MOST_KNOWN_DEVICES))),
  /** The server named another team than at the enrolment. Only a new enrolment removes it. */
  isRefused: v.exactOptional(v.literal(true)),
});

/** An agent's membership in a team, from enrolment on. */
export type Link = Readonly<v.InferOutput<typeof linkSchema>>;

export type LinkReading =
  | { readonly state: 'none' }
  /** An earlier start encrypted it: sync needs an unlock. */
  | { readonly state: 'locked' }
  /** The server says that it is another team: it is not used until a new enrolment by hand. */
  | { readonly state: 'other-team'; readonly link: Link }
  | { readonly state: 'linked'; readonly link: Link };

/**
 * The server with which an agent syncs. One per agent; encrypted, because the token is a secret.
 */
export class LinkStore {
  readonly #database: Database;
  readonly #codec: Codec;

  constructor({ database, codec }: { readonly database: Database; readonly codec: Codec }) {
    this.#database = database;
    this.#codec = codec;
  }

  async read(): Promise<LinkReading> {
    const { agent } = await this.#codec.writer();
    const row = await this.#database.links.get(agent);
    if (row === undefined) return { state: 'none' };
    const decoded = await this.#codec.decode('links', agent, row.encrypted);
    if (!decoded.ok && decoded.reason === 'locked') return { state: 'locked' };
    const parsed = v.safeParse(linkSchema, decoded.ok ? decoded.record : null);
    if (!parsed.success) return { state: 'none' };
    const link = parsed.output;
    return { state: link.isRefused === true ? 'other-team' : 'linked', link };
  }

  /** Stops using the server of this enrolment, which says that it is another team. */
  async refuse(token: string): Promise<void> {
    const reading = await this.read();
    if (reading.state === 'linked' && reading.link.token === token) {
      await this.save({ ...reading.link, isRefused: true });
    }
  }

  async save(link: Link): Promise<void> {
    const { agent } = await this.#codec.writer();
    await this.#database.links.put({ agent, encrypted: await this.#codec.encode('links', agent, link) });
  }

  /** Leaves the team. Items that were not pushed stay in the outbox for the next one. */
  async forget(): Promise<void> {
    const { agent } = await this.#codec.writer();
    const { links, shadows } = this.#database;
    await this.#database.transaction('rw', links, shadows, async () => {
      await links.delete(agent);
      await shadows.where('agent').equals(agent).delete();
    });
  }
}
