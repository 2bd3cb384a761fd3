import type { Note } from '../../contract/note/note.ts';
import type { StartKeys } from '../keys/start-keys.ts';
import type { NoteChange } from '../notes/note-changes.ts';
import { readNotes } from '../notes/note-list.ts';
import type { NoteStore } from '../notes/note-store.ts';
import { readStoredNote } from '../notes/stored-note.ts';
import { dropStalePages, LAST_DAY, pageIds, readPage, rememberPages } from './note-pages.ts';
import { PageWriter } from './page-writer.ts';
import { type SearchEntry, searchEntry } from './search-entry.ts';
import { SearchIndex } from './search-index.ts';
import { parseSearchQuery } from './search-query.ts';

/** Rows per step; the page can paint between two steps. */
const CHUNK = 100;

export interface SearchedNotes {
  /** Newest first. */
  readonly notes: readonly Note[];
  readonly more: boolean;
}

interface Fill {
  readonly keys: StartKeys;
  readonly writer: PageWriter;
  readonly total: number;
}

/**
 * Searches all notes of the agent. It fills itself from the newest note backwards while the page is
 * idle, can be used meanwhile, and follows every change. Create a new one after an unlock; close it
 * when the agent signs out.
 */
export class NoteSearch {
  readonly #store: NoteStore;
  readonly #pause: () => Promise<void>;
  readonly #updated: () => void;
  readonly #index = new SearchIndex();
  readonly #deleted = new Set<string>();
  readonly #unsubscribe: () => void;
  /** Resolves when every note is loaded. */
  readonly filled: Promise<void>;
  #share = 0;
  #closed = false;
  /** Notes that cannot be decrypted: of another start while locked, or tampered. */
  #unread = 0;

  /**
   * `pause` resolves when the page is idle. `taken` is called for each change when it can be found.
   */
  constructor(store: NoteStore, pause: () => Promise<void> = async () => {}, updated: () => void = () => {}) {
    this.#store = store;
    this.#pause = pause;
    this.#updated = updated;
    this.#unsubscribe = store.ports.changes.subscribe((change) => void this.#follow(change));
    this.filled = this.#fill();
  }

  get size(): number {
    return this.#index.size;
  }

  /** The loaded share, 0…1. */
  get share(): number {
    return this.#share;
  }

  get unread(): number {
    return this.#unread;
  }

  /** parseSearchQuery describes the syntax. */
  async find(typed: string, limit = 50): Promise<SearchedNotes> {
    const { ids, more } = this.#index.find(parseSearchQuery(typed), limit);
    const rows = await this.#store.ports.database.notes.bulkGet([...ids]);
    const found = rows.filter((row) => row !== undefined);
    return { notes: (await readNotes(this.#store, found)).notes, more };
  }

  close(): void {
    this.#closed = true;
    this.#unsubscribe();
  }

  async #fill(): Promise<void> {
    const { database, codec, now } = this.#store.ports;
    const keys = await codec.writer();
    const { agent } = keys;
    const total = await database.notes.where('[agent+day]').between([agent, ''], [agent, LAST_DAY]).count();
    const fill: Fill = { keys, total, writer: new PageWriter(database, keys, now()) };
    await dropStalePages(database, agent);
    let before = LAST_DAY;
    for (const id of await pageIds(database, agent)) {
      const page = await readPage(database, codec, id);
      if (page === null || page.to >= before) continue;
      await this.#readRows(fill, page.to, before);
      this.#add(page.entries, fill);
      before = page.from;
      await this.#pause();
      if (this.#closed) return;
    }
    await this.#readRows(fill, '', before);
    if (!this.#closed) await rememberPages(database, agent, now());
    this.#share = 1;
  }

  /**
   * Notes of the days between, both excluded, newest first. Reads whole days, because only those
   * can be sorted.
   */
  async #readRows(fill: Fill, after: string, before: string): Promise<void> {
    const { database } = this.#store.ports;
    const { agent } = fill.keys;
    const between = database.notes
      .where('[agent+day]')
      .between([agent, after], [agent, before], false, false);
    const ids = (await between.primaryKeys()).reverse();
    let begun: SearchEntry[] = [];
    for (let at = 0; at < ids.length && !this.#closed; at += CHUNK) {
      const found = await database.notes.bulkGet(ids.slice(at, at + CHUNK));
      const rows = found.filter((row) => row !== undefined);
      fill.writer.read(rows);
      const opened = await Promise.all(rows.map((row) => this.#entry(row)));
      begun.push(...opened.filter((entry) => entry !== null));
      const last = at + CHUNK >= ids.length ? '' : (begun.at(-1)?.day ?? '');
      const whole = begun.filter(({ day }) => day !== last).sort((a, b) => a.createdAt - b.createdAt);
      begun = begun.filter(({ day }) => day === last);
      this.#add(whole, fill);
      if (!opened.includes(null)) await fill.writer.add(whole);
      else fill.writer.skip();
      await this.#pause();
    }
    await fill.writer.end();
  }

  #add(entries: readonly SearchEntry[], { total }: Fill): void {
    this.#index.prepend(entries.filter(({ id }) => !this.#deleted.has(id)));
    this.#share = total === 0 ? 1 : Math.min(1, this.#index.size / total);
  }

  async #entry(row: Parameters<typeof readStoredNote>[1]): Promise<SearchEntry | null> {
    const reading = await readStoredNote(this.#store.ports.codec, row);
    if (!reading.ok) this.#unread += 1;
    return reading.ok ? searchEntry(reading.note) : null;
  }

  async #follow(change: NoteChange): Promise<void> {
    if (change.kind === 'deleted') {
      this.#deleted.add(change.id);
      return this.#index.remove(change.id);
    }
    if (change.kind !== 'stored') return;
    const row = await this.#store.ports.database.notes.get(change.id);
    const entry = row === undefined ? null : await this.#entry(row);
    // Deleted while it was read: must not be found again.
    if (entry === null || this.#deleted.has(change.id) || this.#closed) return;
    this.#index.put(entry);
    this.#updated();
  }
}
