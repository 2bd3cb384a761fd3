import { type PackLanguage, textIn } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';

/** How everything is said, whatever the situation, in the reader's language. */
export interface CourtesyText {
  /** Words that belong into every call. */
  readonly words: readonly string[];
  readonly rules: readonly string[];
}

export function courtesyText({ courtesy }: Pick<Pack, 'courtesy'>, language: PackLanguage): CourtesyText {
  return {
    words: courtesy.words.map((word) => textIn(word, language)),
    rules: courtesy.rules.map(({ text }) => textIn(text, language)),
  };
}
