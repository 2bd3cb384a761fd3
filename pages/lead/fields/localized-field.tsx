import { i18n } from '#i18n';
import {
  isLanguageTag,
  type LocalizedText,
  PACK_LANGUAGES,
  type PackLanguage,
  textIn,
} from '../../../contract/pack/localized-text.ts';
import type { PlainKey } from '../../../contract/words.ts';
import { LineField } from './line-field.tsx';
import { into, type Place } from './place.ts';

interface LocalizedFieldProps {
  readonly place: Place;
  readonly label: string;
  readonly value: LocalizedText;
  readonly onChange: (value: LocalizedText) => void;
}

export const LANGUAGE_NAMES = {
  'zh-CN': 'lead.packLanguage.zhCn',
  'zh-TW': 'lead.packLanguage.zhTw',
  en: 'lead.packLanguage.en',
} as const satisfies Readonly<Record<PackLanguage, PlainKey>>;

/** One text in each language that the team uses. */
export function LocalizedField({ place, label, value, onChange }: LocalizedFieldProps) {
  return (
    <fieldset class="localized">
      <legend>{label}</legend>
      {languagesOf(place, value).map((language) => (
        <LineField
          key={language}
          long
          place={into(place, language)}
          label={languageName(language)}
          lang={language}
          value={value[language] ?? ''}
          onChange={(text) => onChange({ ...value, [language]: text })}
        />
      ))}
    </fieldset>
  );
}

/** The team's languages, and others that the text already has. */
function languagesOf({ pack }: Place, value: LocalizedText): readonly string[] {
  const more = Object.keys(value).filter((tag) => value[tag] !== '');
  return [...new Set([...pack.languages, ...more])];
}

/** By its tag where the interface has no name for it. */
export function languageName(tag: string): string {
  const known = PACK_LANGUAGES.find((one) => one === tag);
  return known === undefined ? tag : i18n.t(LANGUAGE_NAMES[known]);
}

export const BLANK_TEXT: LocalizedText = { 'zh-CN': '', 'zh-TW': '', en: '' };

/** A text in the reader's language, or a note that it is blank. */
export function textOr(text: LocalizedText, language: PackLanguage): string {
  const line = textIn(text, language);
  return line.trim() === '' ? i18n.t('lead.blank') : line;
}

export function isLocalizedText(value: unknown): value is LocalizedText {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).length > 0 &&
    Object.entries(value).every(([key, line]) => isLanguageTag(key) && typeof line === 'string')
  );
}
