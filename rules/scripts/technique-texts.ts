import type { LocalizedText } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { Situation } from '../../contract/pack/situation.ts';
import type { TechniqueText } from '../call/rules-view.ts';

/** The technique cards of a situation, in the order in which it names them. */
export function techniqueTexts(
  situation: Situation,
  pack: Pack,
  fill: (text: LocalizedText) => string,
): readonly TechniqueText[] {
  return situation.techniques.flatMap((id) =>
    pack.techniques
      .filter((card) => card.id === id)
      .map(({ title, when, how, sayings, never }) => ({
        id,
        title: fill(title),
        when: fill(when),
        how: fill(how),
        sayings: sayings.map(fill),
        never: never === undefined ? null : fill(never),
      })),
  );
}
