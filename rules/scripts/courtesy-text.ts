import { type PackLanguage, textIn } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';

/** The courtesy rules for every situation, in the reader's language. */
export interface CourtesyText {
  /** Words that every call should contain. */
  readonly words: readonly string[];
  readonly rules: readonly string[];
}

export function courtesyText({ courtesy }: Pick<Pack, 'courtesy'>, language: PackLanguage): CourtesyText {
  return {
    words: courtesy.words.map((word) => textIn(word, language)),
    rules: courtesy.rules.map(({ text }) => textIn(text, language)),
  };
}
