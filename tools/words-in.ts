import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Words, wordsOf } from '../contract/words.ts';
import { localeMessages } from './locale-messages.ts';

const known = new Map<string, Words>();

/** The UI words of a language (`zh-CN`, `zh-TW`, `en`) for Node: tests, benchmarks, tools. */
export function wordsIn(language: string): Words {
  const file = join(import.meta.dirname, '..', 'locales', `${language.replace('-', '_')}.yml`);
  const words = known.get(language) ?? readWords(file);
  known.set(language, words);
  return words;
}

function readWords(file: string): Words {
  const messages = localeMessages(readFileSync(file, 'utf8'));
  return wordsOf((key) => messages.get(key));
}
