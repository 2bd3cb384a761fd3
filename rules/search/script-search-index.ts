import { pinyin } from 'pinyin-pro';
import { textIn } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { Situation, SituationGroup } from '../../contract/pack/situation.ts';
import type { Words } from '../../contract/words.ts';
import { fillPlaceholders } from '../spoken/fill-placeholders.ts';

/** A searchable word with its pinyin, one entry a syllable; other characters stay as they are. */
export interface SearchWord {
  readonly text: string;
  readonly syllables: readonly string[];
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

/** Search index of a pack, in pack order; built once for a pack and language. */
export type SearchIndex = readonly SearchEntry[];

export function buildSearchIndex(pack: Pack, words: Words): SearchIndex {
  const titleOf = ({ title }: Situation) => textIn(title, words('language'));
  return pack.situations.map((situation) => ({
    situation: situation.id,
    group: situation.group,
    title: titleOf(situation),
    titleWord: searchWord(titleOf(situation)),
    tags: situation.tags.map(searchWord),
    sentences: sentencesOf(situation, words),
  }));
}

function sentencesOf(situation: Situation, words: Words): SearchEntry['sentences'] {
  return situation.steps.map((step) => {
    const text = fillPlaceholders(step.text, {}, words);
    return { text, lower: text.toLowerCase() };
  });
}

export function searchWord(text: string): SearchWord {
  const lower = text.toLowerCase();
  return { text: lower, syllables: pinyin(lower, { toneType: 'none', type: 'array', v: true }) };
}
