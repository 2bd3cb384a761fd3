import { parse } from 'yaml';
/// <reference types="vite/client" />
import type { GeneratedI18nStructure } from '#i18n';

/**
 * Stands in for WXT's `#i18n` where there is no extension: in the gallery and in unit tests. Reads the same files, and
 * fails loudly on a key that is not there.
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
  return flatten(parse(file));
}

export const i18n = {
  t(key: keyof GeneratedI18nStructure, values: Readonly<Record<string, string | number>> = {}): string {
    const message = messages.get(key);
    if (message === undefined) throw new Error(`No message ${key}`);
    return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  },
};

function flatten(tree: unknown, path = ''): Map<string, string> {
  if (typeof tree === 'string') return new Map([[path, tree]]);
  if (typeof tree !== 'object' || tree === null) throw new Error(`Not a message: ${path}`);
  const entries = Object.entries(tree).flatMap(([key, value]) => [
    ...flatten(value, path === '' ? key : `${path}.${key}`),
  ]);
  return new Map(entries);
}
