import { PACK_LANGUAGES } from '../../../contract/pack/localized-text.ts';
import { isPart } from './blank-value.ts';
import { isLocalizedText } from './localized-field.tsx';

/**
 * The value without blank texts in languages that the team does not use: forms offer every language
 * of the interface, but only the team's have to be written. Keeps parts that do not change.
 */
export function inLanguages<T>(value: T, languages: readonly string[]): T;
export function inLanguages(value: unknown, languages: readonly string[]): unknown {
  if (Array.isArray(value)) {
    const entries = value.map((entry: unknown) => inLanguages(entry, languages));
    return entries.every((entry, n) => entry === value[n]) ? value : entries;
  }
  if (!isPart(value)) return value;
  if (isLocalizedText(value)) {
    const isNeeded = ([tag, text]: [string, string]) =>
      text !== '' || languages.includes(tag) || !PACK_LANGUAGES.some((one) => one === tag);
    const kept = Object.entries(value).filter(isNeeded);
    if (kept.length === Object.keys(value).length) return value;
    return Object.fromEntries(kept.length > 0 ? kept : languages.map((tag) => [tag, '']));
  }
  const fields = Object.entries(value).map(([key, field]) => [key, field, inLanguages(field, languages)]);
  return fields.every(([, before, after]) => before === after)
    ? value
    : Object.fromEntries(fields.map(([key, , after]) => [key, after]));
}
