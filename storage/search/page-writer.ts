import type { Instant } from '../../calls/call-event.ts';
import type { Database } from '../database.ts';
import type { StartKeys } from '../keys/start-keys.ts';
import { dayOf } from '../notes/day.ts';
import { writePage } from './note-pages.ts';
import type { SearchEntry } from './search-entry.ts';

/** Notes in a page: opened in a few milliseconds. */
const PAGE_NOTES = 1000;
/** Fewer are read one by one as quickly. */
const FEWEST_NOTES = 250;

/** Gathers whole days, newest first, and writes them down as pages. Today still changes, and stays out. */
export class PageWriter {
  readonly #database: Database;
  readonly #keys: StartKeys;
  readonly #today: string;
  /** Newest stretch first. */
  #gathered: SearchEntry[] = [];

  constructor(database: Database, keys: StartKeys, now: Instant) {
    this.#database = database;
    this.#keys = keys;
    this.#today = dayOf(now);
  }

  /** Oldest first, and older than all before. */
  async add(days: readonly SearchEntry[]): Promise<void> {
    this.#gathered.unshift(...days.filter(({ day }) => day < this.#today));
    if (this.#gathered.length >= PAGE_NOTES) await this.#write();
  }

  /** A stretch with something unread in it cannot be stood for. */
  skip(): void {
    this.#gathered = [];
  }

  /** The next days do not follow on. */
  async end(): Promise<void> {
    if (this.#gathered.length >= FEWEST_NOTES) await this.#write();
    this.#gathered = [];
  }

  async #write(): Promise<void> {
    const entries = this.#gathered;
    const [oldest, newest] = [entries[0], entries.at(-1)];
    this.#gathered = [];
    if (oldest === undefined || newest === undefined) return;
    await writePage(this.#database, this.#keys, { from: oldest.day, to: newest.day, entries });
  }
}
