import type { DirectoryEntry } from '../../contract/pack/directory.ts';
import { type PackLanguage, textIn } from '../../contract/pack/localized-text.ts';
import type { HanziReadings } from './hanzi-readings.ts';
import { matchPinyin } from './match-pinyin.ts';
import { queryWords } from './query-words.ts';
import { type SearchWord, searchWord } from './script-search-index.ts';

export type PlaceIndex = readonly { readonly id: string; readonly words: readonly SearchWord[] }[];

export function buildPlaceIndex(
  directory: readonly DirectoryEntry[],
  language: PackLanguage,
  readings: HanziReadings,
): PlaceIndex {
  return directory.map(({ id, name, number, tags }) => ({
    id,
    words: [textIn(name, language), number, ...tags].map((word) => searchWord(word, readings)),
  }));
}

/** Ids of the matching directory entries in pack order; none for an empty query. */
export function findPlaces(index: PlaceIndex, query: string, limit = 5): readonly string[] {
  const words = queryWords(query);
  if (words.length === 0) return [];
  return index
    .filter((place) => words.every((word) => place.words.some((known) => fits(known, word))))
    .slice(0, limit)
    .map(({ id }) => id);
}

/** A single letter or digit matches half the directory. */
function fits({ text, readings }: SearchWord, word: string): boolean {
  if (/^[\x21-\x7e]$/.test(word)) return false;
  return text.includes(word) || matchPinyin(readings, word) >= 0;
}
