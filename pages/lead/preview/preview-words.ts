import * as v from 'valibot';
import { i18n } from '#i18n';
import { PACK_LANGUAGES, type PackLanguage } from '../../../contract/pack/localized-text.ts';
import { type Words, wordsOf } from '../../../contract/words.ts';

const messagesSchema = v.record(v.string(), v.object({ message: v.string() }));
const loaded = new Map<PackLanguage, Words>();

/** Loads the words of every language: the preview shows a script in languages other than the UI's. */
export async function loadPreviewWords(): Promise<void> {
  await Promise.all(
    PACK_LANGUAGES.map(async (language) => {
      const file = `/_locales/${language.replace('-', '_')}/messages.json`;
      const messages = v.parse(messagesSchema, await (await fetch(file)).json());
      loaded.set(
        language,
        wordsOf((key) => messages[key.replaceAll('.', '_')]?.message),
      );
    }),
  );
}

/** The words of a language; those of the UI until it is loaded. */
export function previewWords(language: PackLanguage): Words {
  return loaded.get(language) ?? i18n.t;
}
