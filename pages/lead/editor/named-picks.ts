import { i18n } from '#i18n';
import type { LocalizedText, PackLanguage } from '../../../contract/pack/localized-text.ts';
import { textOr } from '../fields/localized-field.tsx';
import type { Pick } from '../fields/pick-field.tsx';

interface Named {
  readonly id: string;
  readonly name: LocalizedText;
}

/** Entries by their names, to pick one from. */
export function namedPicks(entries: readonly Named[], language: PackLanguage): readonly Pick<string>[] {
  return entries.map(({ id, name }) => ({ id, label: textOr(name, language) }));
}

/** The same, and before them none at all, as an empty id. */
export function namedPicksOrNone(entries: readonly Named[], language: PackLanguage): readonly Pick<string>[] {
  return [{ id: '', label: i18n.t('lead.form.none') }, ...namedPicks(entries, language)];
}
