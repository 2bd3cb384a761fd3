import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';

const word = v.pipe(v.string(), v.minLength(1));

const localeSchema = v.object({
  extensionName: word,
  join: v.strictObject({
    ...{ title: word, install: word, open: word, paste: word, once: word },
    ...{ incomplete: word, link: word, copy: word, copied: word },
  }),
});

export type JoinWords = Readonly<v.InferOutput<typeof localeSchema>['join']> & {
  readonly language: string;
  readonly name: string;
};

/** The words of the page `/join` in one language, from the words of the extension. */
export function joinWords(language: 'zh-CN' | 'zh-TW' | 'en'): JoinWords {
  const file = new URL(`../../locales/${language.replace('-', '_')}.yml`, import.meta.url);
  const { extensionName: name, join } = v.parse(localeSchema, parse(readFileSync(file, 'utf8')));
  return { language, name, ...join };
}
