import { i18n } from '#i18n';
import { loadWords } from '../../../browser/load-words.ts';
import { PACK_LANGUAGES, type PackLanguage } from '../../../contract/pack/localized-text.ts';
import type { Words } from '../../../contract/words.ts';

const loaded = new Map<PackLanguage, Words>();

/**
 * Loads the words of every language: the preview shows a script in languages other than the UI's.
 */
export async function loadPreviewWords(): Promise<void> {
  await Promise.all(PACK_LANGUAGES.map(async (language) => loaded.set(language, await loadWords(language))));
}

/** The words of a language; those of the UI until it is loaded. */
export function previewWords(language: PackLanguage): Words {
  return loaded.get(language) ?? i18n.t;
}
