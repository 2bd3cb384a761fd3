import * as v from 'valibot';
import type { Instant } from '../../calls/call-event.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { Release } from '../../contract/release/release.ts';
import { type TeamTrust, teamTrustSchema } from '../../contract/release/team-trust.ts';
import type { Database, Rows } from '../database.ts';
import type { Bytes } from '../keys/bytes.ts';

export type StoredRelease = Rows['packReleases'];

/** Journals are replayed for a day, and for a call that began the day before. */
const PAST_KEPT_MS = 3 * 86_400_000;

/**
 * The script packs of this browser: the one in use, those that wait, and those with which calls of these days began. Not
 * encrypted, because they hold nothing of customers; the phone host checks their signatures whenever it starts.
 */
export class PackStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Whom to believe; null before an enrolment brought the root. Readable while locked: scripts are needed then, too. */
  async trust(): Promise<TeamTrust | null> {
    const row = await this.#database.packTrust.get('current');
    const parsed = v.safeParse(teamTrustSchema, row?.trust);
    return parsed.success ? parsed.output : null;
  }

  /** From an enrolment. Where the same root is believed already, its lists of signers stay, and with them the packs. */
  async enrol(team: string, root: string): Promise<void> {
    const known = await this.trust();
    if (known?.team === team && known.root === root) return;
    await this.believe({ team, root, sequence: 0, signers: [] });
  }

  async believe(trust: TeamTrust): Promise<void> {
    await this.#database.packTrust.put({ id: 'current', trust });
  }

  async all(team: string): Promise<readonly StoredRelease[]> {
    return await this.#database.packReleases.where('team').equals(team).toArray();
  }

  async lay({ team, digest, pack }: Release, bytes: Bytes, at: Instant): Promise<void> {
    const row: StoredRelease = { digest, team, bytes, pack, status: 'waiting', since: at, readAt: null };
    await this.#database.packReleases.put(row);
  }

  /** Read anew: another version of the extension may fill in other defaults. */
  async renew(row: StoredRelease, pack: Pack): Promise<void> {
    await this.#database.packReleases.put({ ...row, pack });
  }

  async drop(digest: string): Promise<void> {
    await this.#database.packReleases.delete(digest);
  }

  /** This one from now on; the one before it is kept for replays. Those in `passed` came too late. */
  async use(team: string, digest: string, passed: readonly string[], at: Instant): Promise<void> {
    const { packReleases } = this.#database;
    await this.#database.transaction('rw', packReleases, async () => {
      for (const row of await packReleases.where('team').equals(team).toArray()) {
        if (row.digest === digest) await packReleases.put({ ...row, status: 'in-use', since: at });
        else if (row.status === 'in-use') await packReleases.put({ ...row, status: 'past', since: at });
        else if (passed.includes(row.digest)) await packReleases.delete(row.digest);
        else if (row.status === 'past' && at - row.since > PAST_KEPT_MS) {
          await packReleases.delete(row.digest);
        }
      }
    });
  }

  /** The first reading stays. */
  async markRead(digest: string, at: Instant): Promise<void> {
    const { packReleases } = this.#database;
    await this.#database.transaction('rw', packReleases, async () => {
      const row = await packReleases.get(digest);
      if (row?.readAt === null) await packReleases.put({ ...row, readAt: at });
    });
  }
}
