import { describe, expect, it } from 'vitest';
import type { LocalizedText } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { problemsOfDraft } from '../../../pages/lead/draft/read-draft.ts';
import { addItem } from '../../../pages/lead/editor/pack-items.ts';
import { inLanguages } from '../../../pages/lead/fields/in-languages.ts';
import { smallPack } from '../../helpers/small-pack.ts';

const pack: Pack = { ...smallPack(), languages: ['zh-CN'] };

/** Writes every blank text in one language. */
function written(value: unknown, language: string): unknown {
  if (Array.isArray(value)) return value.map((entry) => written(entry, language));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === language && inner === '' ? '一句话' : written(inner, language),
    ]),
  );
}

describe('a team that speaks one language', () => {
  it.each(['situations', 'techniques'] as const)('publishes new %s in that language only', (section) => {
    const grown = addItem(pack, section).pack;
    expect(problemsOfDraft(grown)).not.toEqual([]);
    const made = grown[section].at(-1);
    const filled = { ...grown, [section]: [...pack[section], written(made, 'zh-CN')] };
    expect(problemsOfDraft(filled)).toEqual([]);
  });

  it('may empty a text in another language, and keeps what it did not touch', () => {
    const hotline: LocalizedText = { ...pack.settings.hotline, en: '' };
    const edited = inLanguages({ ...pack, settings: { ...pack.settings, hotline } }, pack.languages);
    expect(edited.settings.hotline).toEqual({ 'zh-CN': hotline['zh-CN'], 'zh-TW': hotline['zh-TW'] });
    expect(edited.situations).toBe(pack.situations);
  });

  it('still has to write its own language', () => {
    const hotline = { ...pack.settings.hotline, 'zh-CN': '' };
    const edited = inLanguages({ ...pack, settings: { ...pack.settings, hotline } }, pack.languages);
    expect(problemsOfDraft(edited)).not.toEqual([]);
  });
});
