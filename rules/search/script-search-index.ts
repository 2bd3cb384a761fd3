import { textIn } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { Situation, SituationGroup } from '../../contract/pack/situation.ts';
import type { Words } from '../../contract/words.ts';
import { fillPlaceholders } from '../spoken/fill-placeholders.ts';
import type { HanziReadings } from './hanzi-readings.ts';

/** A searchable word with the readings of each character; a letter or a digit reads as itself. */
export interface SearchWord {
  readonly text: string;
  readonly readings: readonly (readonly string[])[];
}

export interface SearchEntry {
  readonly situation: string;
  readonly group: SituationGroup;
  readonly title: string;
  readonly titleWord: SearchWord;
  readonly tags: readonly SearchWord[];
  /** Sentences of its steps without values, also in lower case for matching. */
  readonly sentences: readonly { readonly text: string; readonly lower: string }[];
}

/** Search index of a pack, in pack order. */
export type SearchIndex = readonly SearchEntry[];

export function buildSearchIndex(pack: Pack, words: Words, readings: HanziReadings): SearchIndex {
  const titleOf = ({ title }: Situation) => textIn(title, words('language'));
  return pack.situations.map((situation) => ({
    situation: situation.id,
    group: situation.group,
    title: titleOf(situation),
    titleWord: searchWord(titleOf(situation), readings),
    tags: situation.tags.map((tag) => searchWord(tag, readings)),
    sentences: sentencesOf(situation, words),
  }));
}

function sentencesOf(situation: Situation, words: Words): SearchEntry['sentences'] {
  return situation.steps.map((step) => {
    const text = fillPlaceholders(step.text, {}, words);
    return { text, lower: text.toLowerCase() };
  });
}

export function searchWord(text: string, readings: HanziReadings): SearchWord {
  const lower = text.toLowerCase();
  return { text: lower, readings: [...lower].map((character) => readings.get(character) ?? [character]) };
}
