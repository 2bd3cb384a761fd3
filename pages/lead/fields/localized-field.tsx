import { i18n } from '#i18n';
import {
  type LocalizedText,
  PACK_LANGUAGES,
  type PackLanguage,
  textIn,
} from '../../../contract/pack/localized-text.ts';
import { LineField } from './line-field.tsx';
import { into, type Place } from './place.ts';

interface LocalizedFieldProps {
  readonly place: Place;
  readonly label: string;
  readonly value: LocalizedText;
  readonly onChange: (value: LocalizedText) => void;
}

export const LANGUAGE_NAMES = { 'zh-CN': '简体', 'zh-TW': '繁體', en: 'English' } as const;

/** One text in the three languages of a pack. */
export function LocalizedField({ place, label, value, onChange }: LocalizedFieldProps) {
  return (
    <fieldset class="localized">
      <legend>{label}</legend>
      {PACK_LANGUAGES.map((language) => (
        <LineField
          key={language}
          long
          place={into(place, language)}
          label={LANGUAGE_NAMES[language]}
          lang={language}
          value={value[language] ?? ''}
          onChange={(text) => onChange({ ...value, [language]: text })}
        />
      ))}
    </fieldset>
  );
}

export const BLANK_TEXT: LocalizedText = { 'zh-CN': '', 'zh-TW': '', en: '' };

/** A text in the reader's language; a blank one is named as such. */
export function textOr(text: LocalizedText, language: PackLanguage): string {
  const line = textIn(text, language);
  return line.trim() === '' ? i18n.t('lead.blank') : line;
}
