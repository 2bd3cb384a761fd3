import { Dexie } from 'dexie';
import * as v from 'valibot';
import type { Instant } from '../../calls/call-event.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { Release } from '../../contract/release/release.ts';
import { MOST_HELD_LISTS } from '../../contract/release/release-messages.ts';
import { type TeamTrust, teamTrustSchema } from '../../contract/release/team-trust.ts';
import type { Database, Rows } from '../database.ts';
import type { Bytes } from '../keys/bytes.ts';
import { TABLE_RETENTION } from '../retention/table-retention.ts';
import type { Vault } from '../vault/vault.ts';

export type StoredRelease = Rows['packReleases'];

/** Orders and calls of so long ago are judged by the pack that was in force then. */
const PAST_KEPT_MS = TABLE_RETENTION.packReleases.days * 86_400_000;

/** Of one team: every page reads them when it opens. */
export const MOST_PAST = 200;

/**
 * The script packs of this browser: the one in use, waiting ones, and those with which calls of the
 * last days began. Not encrypted, because they contain no customer data; the phone host checks
 * their signatures at each start.
 */
export class PackStore {
  readonly #database: Database;
  readonly #vault: Pick<Vault, 'state'>;

  constructor({ database, vault }: { readonly database: Database; readonly vault: Pick<Vault, 'state'> }) {
    this.#database = database;
    this.#vault = vault;
  }

  /** Whose trust is read and written: what one agent enrolled with is no proof for another. */
  get agent(): string {
    const { state } = this.#vault;
    return state.state === 'not-set-up' ? '' : state.agent;
  }

  /**
   * The keys to trust; null before an enrolment has brought the root. Readable while locked, when
   * scripts are needed too.
   */
  async trust(): Promise<TeamTrust | null> {
    const row = await this.#database.packTrust.get('current');
    const parsed = v.safeParse(teamTrustSchema, row?.trust);
    return parsed.success ? parsed.output : null;
  }

  /** The keys that this agent trusted last for this team; null before its root is known. */
  async trustOf(team: string): Promise<TeamTrust | null> {
    const row = await this.#database.packTrust.get(`agent ${this.agent} team ${team}`);
    const parsed = v.safeParse(teamTrustSchema, row?.trust);
    return parsed.success && parsed.output.team === team ? parsed.output : null;
  }

  /** Agents and teams share this computer: the trust of one agent in one team counts at a time. */
  async enter(team: string): Promise<void> {
    const trust = await this.trustOf(team);
    if (trust === null) await this.#database.packTrust.delete('current');
    else await this.believe(trust);
  }

  /** From an enrolment. If the root is trusted already, its lists of signers and the packs stay. */
  async enrol(team: string, root: string): Promise<void> {
    const known = await this.trustOf(team);
    const isKnown = known?.root === root;
    await this.believe(isKnown ? known : { team, root, sequence: 0, signers: [] });
  }

  /** `list`: the list of signers that made this trust. */
  async believe(trust: TeamTrust, list: Bytes | null = null): Promise<void> {
    const { packTrust } = this.#database;
    const id = `agent ${this.agent} team ${trust.team}` as const;
    await this.#database.transaction('rw', packTrust, async () => {
      // Before the first list there is none of this root.
      const before = trust.sequence === 0 ? [] : ((await packTrust.get(id))?.lists ?? []);
      const lists = [...before, ...(list === null ? [] : [list])].slice(-MOST_HELD_LISTS);
      await packTrust.put({ id: 'current', trust });
      await packTrust.put({ id, trust, lists });
    });
  }

  /** The team's lists of signers, oldest first, as far as they are here. */
  async lists(team: string): Promise<readonly Bytes[]> {
    return (await this.#database.packTrust.get(`agent ${this.agent} team ${team}`))?.lists ?? [];
  }

  /** With those that were replaced. */
  async all(team: string): Promise<readonly StoredRelease[]> {
    return await this.#database.packReleases.where('team').equals(team).toArray();
  }

  /** The one in use and those that wait: a long history is not read. */
  async live(team: string): Promise<readonly StoredRelease[]> {
    const [inUse, waiting] = await Promise.all([
      this.#withStatus(team, 'in-use').toArray(),
      this.#withStatus(team, 'waiting').toArray(),
    ]);
    return [...inUse, ...waiting];
  }

  /** Oldest first. */
  #withStatus(team: string, status: StoredRelease['status']) {
    return this.#database.packReleases
      .where('[team+status+since]')
      .between([team, status, Dexie.minKey], [team, status, Dexie.maxKey]);
  }

  async lay({ team, digest, pack }: Release, bytes: Bytes, at: Instant): Promise<void> {
    const row: StoredRelease = { digest, team, bytes, pack, status: 'waiting', since: at, readAt: null };
    await this.#database.packReleases.put(row);
  }

  /** Another version of the extension may fill in other defaults, so the pack is parsed again. */
  async renew(row: StoredRelease, pack: Pack): Promise<void> {
    await this.#database.packReleases.put({ ...row, pack });
  }

  async drop(digest: string): Promise<void> {
    await this.#database.packReleases.delete(digest);
  }

  /**
   * Puts this release in use and keeps the previous one for replays. The start time of those in
   * `passed` is over.
   */
  async use(team: string, digest: string, passed: readonly string[], at: Instant): Promise<void> {
    const { packReleases } = this.#database;
    await this.#database.transaction('rw', packReleases, async () => {
      for (const row of await this.live(team)) {
        if (row.digest === digest) await packReleases.put({ ...row, status: 'in-use', since: at });
        else if (row.status === 'in-use') await packReleases.put({ ...row, status: 'past', since: at });
        else if (passed.includes(row.digest)) await packReleases.delete(row.digest);
      }
      const past = await this.#withStatus(team, 'past').primaryKeys();
      await packReleases.bulkDelete(past.slice(0, -MOST_PAST));
    });
    await this.expire(at);
  }

  /** Deletes releases of any team that were replaced so long ago that no replay needs them. */
  async expire(now: Instant): Promise<void> {
    const old = this.#database.packReleases.where('[status+since]');
    await old.between(['past', Dexie.minKey], ['past', now - PAST_KEPT_MS]).delete();
  }

  /** The first time stays. */
  async markRead(digest: string, at: Instant): Promise<void> {
    const { packReleases } = this.#database;
    await this.#database.transaction('rw', packReleases, async () => {
      const row = await packReleases.get(digest);
      if (row?.readAt === null) await packReleases.put({ ...row, readAt: at });
    });
  }
}
