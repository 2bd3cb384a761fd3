import type { GeneratedI18nStructure, i18n, PlainKey } from '#i18n';

/** Key of a message that has no placeholders, for tables of words. */
export type { PlainKey };

/** Key of a message in locales/*.yml. */
export type WordKey = keyof GeneratedI18nStructure;

/**
 * Reads the UI words of one language: `words('common.close')`. Pages pass `i18n.t`; pure folders
 * get it as an argument, so that they stay free of the browser and a test can choose the language.
 */
export type Words = typeof i18n.t;

/** Words from messages by key, for code outside an extension and for other languages. */
export function wordsOf(messageOf: (key: WordKey) => string | undefined): Words {
  return (key: WordKey, values: Readonly<Record<string, string | number>> = {}) => {
    const message = messageOf(key);
    if (message === undefined) throw new Error(`No message ${key}`);
    return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}
