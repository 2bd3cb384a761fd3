/// <reference types="vite/client" />
import { type Words, wordsOf } from '../../contract/words.ts';
import { localeMessages } from '../locale-messages.ts';

/**
 * Replaces WXT's `#i18n` where there is no extension: in the gallery and in unit tests. It reads
 * the same files and throws on a missing key.
 */
const FILES = import.meta.glob<string>('../../locales/*.yml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const known = new Map<string, Map<string, string>>();
let messages = new Map<string, string>();
setLocale('zh_CN');

export function setLocale(locale: string): void {
  messages = known.get(locale) ?? messagesOf(locale);
  known.set(locale, messages);
}

/** Dotted keys and their messages, as WXT flattens them. */
export function messagesOf(locale: string): Map<string, string> {
  const file = FILES[`../../locales/${locale}.yml`];
  if (file === undefined) throw new Error(`No locale ${locale}`);
  return localeMessages(file);
}

const t: Words = wordsOf((key) => messages.get(key));
export const i18n = { t };
