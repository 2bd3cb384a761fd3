import { describe, expect, test } from 'vitest';
import { PACK_LANGUAGES, textIn } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { parsePack } from '../../contract/pack/parse-pack.ts';
import { textsOfPack } from '../../contract/pack/texts-of-pack.ts';
import { leastSpokenMs } from '../../rules/scripts/spoken-length.ts';
import { loadPack } from '../../tools/compile-pack.ts';
import { packInLanguage } from '../../tools/pack-in-language.ts';

const shipped = loadPack();

/** As a pack that names only this language as complete. */
function reducedTo(language: string): Pack {
  const found = PACK_LANGUAGES.find((known) => known === language) ?? PACK_LANGUAGES[0];
  const reduced = packInLanguage(shipped, found);
  const parsed = parsePack({ ...Object(reduced), languages: [language] });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.pack;
}

describe.each(PACK_LANGUAGES)('the pack for readers of %s', (language) => {
  const reduced = reducedTo(language);

  test('is a sound pack in that language', () => {
    expect(textsOfPack(reduced).filter(({ path }) => path.at(-1) === language)).toEqual(
      textsOfPack(shipped).filter(({ path }) => path.at(-1) === language),
    );
  });

  test('shows each sentence as the whole pack does', () => {
    const shown = ({ situations }: Pack) =>
      situations.map(({ title, steps }) =>
        [title, ...steps.map(({ text }) => text)].map((text) => textIn(text, language)),
      );
    expect(shown(reduced)).toEqual(shown(shipped));
  });

  test('takes each sentence to be as long to say: the phone host folds with the whole pack', () => {
    const lengths = ({ situations }: Pack) =>
      situations.flatMap(({ steps }) => steps.map((step) => (step.kind === 'say' ? leastSpokenMs(step) : 0)));
    expect(lengths(reduced)).toEqual(lengths(shipped));
  });
});

test('a pack for one language holds no other one beside what is said', () => {
  const other = textsOfPack(reducedTo('en')).filter(({ path, spoken }) => path.at(-1) !== 'en' && !spoken);
  expect(other).toEqual([]);
});
