import { type SearchEntry, searchEntry } from '../../storage/search/search-entry.ts';
import { SearchIndex } from '../../storage/search/search-index.ts';
import { parseSearchQuery } from '../../storage/search/search-query.ts';
import { syntheticNote } from './synthetic-note.ts';

/**
 * Common, rare, absent, one sign, number, tag, two words: what is typed, one prefix a keystroke.
 */
const TYPED = [
  '空',
  '空调',
  '不制冷',
  '退款 发票',
  '冰箱',
  '咖啡机坏了',
  '1390004',
  '99321',
  '#退款',
  '满意 噪声 地址',
  '龘',
];
const NOW = Date.UTC(2026, 10, 22);

/** Milliseconds a query over `notes` notes, ours and a plain look at each note in turn. */
export function searchSamples(
  notes: number,
  rounds: number,
): { ours: number[]; plain: number[]; fillMs: number } {
  const entries = Array.from({ length: notes }, (_, at) => searchEntry(syntheticNote(at, notes, NOW)));
  const began = performance.now();
  const index = new SearchIndex();
  for (const entry of entries) index.put(entry);
  const fillMs = performance.now() - began;
  const samples = { ours: [] as number[], plain: [] as number[], fillMs };
  for (let round = 0; round < rounds; round += 1) {
    for (const typed of TYPED) {
      samples.ours.push(timed(() => index.find(parseSearchQuery(typed))));
      samples.plain.push(timed(() => plainFind(entries, typed)));
    }
  }
  return samples;
}

function plainFind(entries: readonly SearchEntry[], typed: string): string[] {
  const { words, tags } = parseSearchQuery(typed);
  const ids: string[] = [];
  for (let at = entries.length - 1; at >= 0 && ids.length <= 50; at -= 1) {
    const entry = entries[at];
    if (entry === undefined) continue;
    const holds =
      words.every((word) => entry.text.includes(word)) && tags.every((tag) => entry.tags.includes(tag));
    if (holds) ids.push(entry.id);
  }
  return ids;
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
