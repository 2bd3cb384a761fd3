import type { LocalizedText, PackLanguage } from '../../../contract/pack/localized-text.ts';
import type { Choice } from '../fields/pick-field.tsx';

/** One word of the editor in the three languages of a pack. */
export const word = (cn: string, tw: string, en: string): LocalizedText => ({ 'zh-CN': cn, 'zh-TW': tw, en });

/** A closed vocabulary with its words, as the choices of a field. */
export function picksOf<Id extends string>(
  ids: readonly Id[],
  words: Readonly<Record<Id, LocalizedText>>,
  language: PackLanguage,
): readonly Choice<Id>[] {
  return ids.map((id) => ({ id, label: words[id][language] }));
}
