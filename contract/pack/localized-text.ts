import * as v from 'valibot';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';

export const LONGEST_LINE = 600;

/**
 * `{placeholders}` and `[optional parts]` of placeholders.ts; it is rendered as a text node only.
 */
const line = v.pipe(boundedText(LONGEST_LINE), v.trim(), v.minLength(1));

/**
 * A BCP 47 tag such as `en` or `zh-TW`. A language of three letters needs a region (`yue-HK`), so
 * that no short field name (`day`) can be taken for a language.
 */
const TAG = /^(?:[a-z]{2}|[a-z]{3}-[A-Za-z]{2,4})(?:-[A-Za-z\d]{2,8})*$/;
export const languageTagSchema = v.pipe(v.string(), v.maxLength(35), v.regex(TAG, 'form language'));

export function isLanguageTag(key: string): boolean {
  return TAG.test(key);
}

/**
 * What is said or shown, by language. The pack's `languages` says which languages every text has; a
 * text may have more. `en` also explains the text to a reader who does not know Chinese.
 */
export const localizedTextSchema = v.pipe(v.record(languageTagSchema, line), v.minEntries(1));

export type LocalizedText = Readonly<Record<string, string>>;

/** The languages of the UI (locales/) and of the shipped pack. */
export const PACK_LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const;
export type PackLanguage = (typeof PACK_LANGUAGES)[number];

/**
 * The text in `language`, else in another form of that language, else in its first language. Texts
 * travel without their pack, so parsePack puts the pack's first language first in each of them.
 * `otherwise` stands for a text that is not there, such as that of an entry that was removed.
 */
export function textIn(text: LocalizedText | undefined, language: string, otherwise = ''): string {
  if (text === undefined) return otherwise;
  const [primary = ''] = language.split('-');
  const tags = Object.keys(text);
  const related = tags.find((tag) => tag.split('-')[0] === primary);
  return text[language] ?? text[related ?? tags[0] ?? ''] ?? '';
}
