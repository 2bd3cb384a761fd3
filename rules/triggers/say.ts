import type { PackLanguage } from '../../contract/pack/localized-text.ts';

/** One sentence in the three languages of a pack; picks the reader's. */
export function say(language: PackLanguage, cn: string, tw: string, en: string): string {
  switch (language) {
    case 'zh-CN':
      return cn;
    case 'zh-TW':
      return tw;
    case 'en':
      return en;
  }
}
