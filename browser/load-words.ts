import * as v from 'valibot';
import { PACK_LANGUAGES, type PackLanguage } from '../contract/pack/localized-text.ts';
import { type Words, wordsOf } from '../contract/words.ts';

const apiSchema = v.object({
  browser: v.optional(
    v.object({ i18n: v.optional(v.object({ getUILanguage: v.pipe(v.function(), v.returns(v.string())) })) }),
  ),
});
const messagesSchema = v.record(v.string(), v.object({ message: v.string() }));

/**
 * The UI words of a language, read from the extension's own files: for languages other than the
 * UI's, and for an offscreen document, which has no `browser.i18n`.
 */
export async function loadWords(language: PackLanguage): Promise<Words> {
  const file = `/_locales/${language.replace('-', '_')}/messages.json`;
  const messages = v.parse(messagesSchema, await (await fetch(file)).json());
  return wordsOf((key) => messages[key.replaceAll('.', '_')]?.message);
}

/**
 * The language that the browser chooses for the extension, also where `browser.i18n` is missing: in
 * an offscreen document, and in a private window that the extension is not allowed in.
 */
export function browserLanguage(): PackLanguage {
  const locale = (uiLanguage() ?? navigator.language).replace('_', '-').toLowerCase();
  if (/^zh-(tw|hk|mo|hant)/.test(locale)) return 'zh-TW';
  const [primary = ''] = locale.split('-');
  return PACK_LANGUAGES.find((known) => known.split('-')[0] === primary) ?? PACK_LANGUAGES[0];
}

function uiLanguage(): string | null {
  const { browser: api } = v.parse(apiSchema, globalThis);
  return api?.i18n?.getUILanguage() ?? null;
}
