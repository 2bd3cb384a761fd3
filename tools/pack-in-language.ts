import type { PackLanguage } from '../contract/pack/localized-text.ts';
import type { Pack } from '../contract/pack/pack.ts';
import { isLocalizedText } from '../contract/pack/pack-languages.ts';

/**
 * The pack for readers of one language: a third of the bytes. What is said aloud keeps its first
 * language too, because how long a sentence takes to say is computed from that one
 * (rules/scripts/spoken-length.ts): every fold of a journal must agree.
 */
export function packInLanguage(pack: Pack, language: PackLanguage): unknown {
  return reduced(pack, [language], [...new Set([language, ...pack.languages.slice(0, 1)])]);
}

function reduced(value: unknown, kept: readonly string[], spoken: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((entry) => reduced(entry, kept, spoken));
  if (typeof value !== 'object' || value === null) return value;
  if (isLocalizedText(value)) {
    const texts = Object.entries(value).filter(([tag]) => kept.includes(tag));
    // A text that lacks this language is shown in another.
    return texts.length > 0 ? Object.fromEntries(texts) : value;
  }
  const said = Reflect.get(value, 'kind') === 'say';
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      reduced(entry, said && key === 'text' ? spoken : kept, spoken),
    ]),
  );
}
