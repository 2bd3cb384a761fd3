import { expect, it } from 'vitest';
import type { LocalizedText } from '../../../contract/pack/localized-text.ts';
import { diffPacks } from '../../../contract/release/diff-packs.ts';
import { staleLanguages } from '../../../contract/release/stale-texts.ts';
import { smallPack } from '../../helpers/small-pack.ts';

const pack = smallPack();
const calling = (hotline: LocalizedText) => ({ ...pack, settings: { ...pack.settings, hotline } });
const before = { 'zh-CN': '旧', 'zh-TW': '舊', en: 'old' };
const stale = (after: LocalizedText, languages: readonly string[]) =>
  diffPacks(calling(before), calling(after)).map((change) => staleLanguages(change, languages));

it.each([
  ['one language', { ...before, 'zh-CN': '新' }, ['zh-CN', 'zh-TW', 'en'], ['zh-TW', 'en']],
  ['every language', { 'zh-CN': '新', 'zh-TW': '新的', en: 'new' }, ['zh-CN', 'zh-TW', 'en'], []],
  ['a team’s only language', { ...before, 'zh-CN': '新' }, ['zh-CN'], []],
  ['a language that the team does not use', { ...before, en: 'new' }, ['zh-CN', 'zh-TW'], []],
])('a sentence changed in %s', (_what, after, languages, expected) => {
  expect(stale(after, languages)).toEqual([expected]);
});

it('a changed number has no languages', () => {
  const [change] = diffPacks(pack, { ...pack, settings: { ...pack.settings, ringLimit: 9 } });
  expect(change === undefined ? null : staleLanguages(change, pack.languages)).toEqual([]);
});
