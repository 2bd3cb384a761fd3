import type { Instant } from '../../calls/call-event.ts';
import type { Database, Rows } from '../database.ts';
import type { StartKeys } from '../keys/start-keys.ts';
import { dayOf } from '../notes/day.ts';
import { writePage } from './note-pages.ts';
import type { SearchEntry } from './search-entry.ts';

/** Notes per page: opened in a few milliseconds. */
const PAGE_NOTES = 1000;
/** Fewer notes are as fast to read one by one. */
const FEWEST_NOTES = 250;

/**
 * Collects whole days, newest first, and writes them as pages. Today still changes and is left out.
 */
export class PageWriter {
  readonly #database: Database;
  readonly #keys: StartKeys;
  readonly #today: string;
  /** Newest range first. */
  #gathered: SearchEntry[] = [];
  readonly #revisions = new Map<string, number>();

  constructor(database: Database, keys: StartKeys, now: Instant) {
    this.#database = database;
    this.#keys = keys;
    this.#today = dayOf(now);
  }

  /** The notes as they were read, before they are added. */
  read(rows: readonly Rows['notes'][]): void {
    for (const { id, revision } of rows) this.#revisions.set(id, revision);
  }

  /** `days` are oldest first, and older than all before. */
  async add(days: readonly SearchEntry[]): Promise<void> {
    this.#gathered.unshift(...days.filter(({ day }) => day < this.#today));
    if (this.#gathered.length >= PAGE_NOTES) await this.#write();
  }

  /** A range with an unreadable note cannot become a page. */
  skip(): void {
    this.#gathered = [];
  }

  /** The next days are not adjacent. */
  async end(): Promise<void> {
    if (this.#gathered.length >= FEWEST_NOTES) await this.#write();
    this.#gathered = [];
  }

  async #write(): Promise<void> {
    const entries = this.#gathered;
    const [oldest, newest] = [entries[0], entries.at(-1)];
    this.#gathered = [];
    if (oldest === undefined || newest === undefined) return;
    await writePage(
      this.#database,
      this.#keys,
      { from: oldest.day, to: newest.day, entries },
      this.#revisions,
    );
  }
}
