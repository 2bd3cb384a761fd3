import { FeatureBlock, featuresOf } from './feature-block.ts';
import type { SearchEntry } from './search-entry.ts';
import type { SearchQuery } from './search-query.ts';

/** Notes per block. A search scans a block at a time, the newest first. */
const BLOCK_NOTES = 1024;

export interface SearchResult {
  /** Ids of notes, newest first. */
  readonly ids: readonly string[];
  /** True if there are more than `limit`. */
  readonly more: boolean;
}

interface Block {
  /** Oldest first; null for a deleted note. */
  readonly entries: (SearchEntry | null)[];
  readonly capacity: number;
  readonly features: FeatureBlock;
}

/** All notes of an agent in memory, while the page lives and the agent is signed in. */
export class SearchIndex {
  /** Oldest first. */
  readonly #blocks: Block[] = [];
  readonly #places = new Map<string, { readonly block: Block; readonly slot: number }>();

  get size(): number {
    return this.#places.size;
  }

  has(id: string): boolean {
    return this.#places.has(id);
  }

  /** Adds a note as the newest, or updates it. */
  put(entry: SearchEntry): void {
    const place = this.#places.get(entry.id);
    if (place === undefined) this.#append(this.#roomyBlock(), entry);
    else {
      place.block.entries[place.slot] = entry;
      place.block.features.add(place.slot, entry.text);
    }
  }

  /**
   * Adds notes that are older than all others, oldest first. An entry that exists already is newer
   * and stays.
   */
  prepend(entries: readonly SearchEntry[]): void {
    const news = entries.filter(({ id }) => !this.#places.has(id));
    if (news.length === 0) return;
    const block = newBlock(news.length);
    for (const entry of news) this.#append(block, entry);
    this.#blocks.unshift(block);
  }

  remove(id: string): void {
    const place = this.#places.get(id);
    if (place === undefined) return;
    this.#places.delete(id);
    place.block.entries[place.slot] = null;
  }

  find(query: SearchQuery, limit = 50): SearchResult {
    const features = [...new Set([...query.words, ...query.tags].flatMap(featuresOf))];
    const ids: string[] = [];
    for (let at = this.#blocks.length - 1; at >= 0; at -= 1) {
      const block = this.#blocks[at];
      for (const slot of block?.features.candidates(features) ?? []) {
        const entry = block?.entries[slot];
        if (entry === null || entry === undefined || !matches(entry, query)) continue;
        if (ids.length === limit) return { ids, more: true };
        ids.push(entry.id);
      }
    }
    return { ids, more: false };
  }

  #append(block: Block, entry: SearchEntry): void {
    const slot = block.entries.push(entry) - 1;
    block.features.add(slot, entry.text);
    this.#places.set(entry.id, { block, slot });
  }

  #roomyBlock(): Block {
    const last = this.#blocks.at(-1);
    if (last !== undefined && last.entries.length < last.capacity) return last;
    const block = newBlock(BLOCK_NOTES);
    this.#blocks.push(block);
    return block;
  }
}

function newBlock(capacity: number): Block {
  return { entries: [], capacity, features: new FeatureBlock(capacity) };
}

function matches(entry: SearchEntry, { words, tags, from, to }: SearchQuery): boolean {
  if (from !== null && entry.day < from) return false;
  if (to !== null && entry.day > to) return false;
  return words.every((word) => entry.text.includes(word)) && tags.every((tag) => entry.tags.includes(tag));
}
