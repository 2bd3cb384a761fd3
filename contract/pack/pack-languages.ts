import { isLanguageTag, type LocalizedText } from './localized-text.ts';
import type { Pack } from './pack.ts';
import type { PackReason } from './pack-problem.ts';

/** Reports each text that lacks one of the languages that the pack names as complete. */
export function checkLanguages(
  pack: Pack,
  report: (path: readonly (string | number)[], why: PackReason) => void,
): void {
  for (const { path, text } of localizedTexts(pack, [])) {
    for (const language of pack.languages) {
      if (text[language] === undefined) report([...path, language], { kind: 'missing' });
    }
  }
}

/**
 * The input of parsePack with the pack's first language first in each text: `textIn` falls back to
 * it. Anything else, sound or not, stays as it is.
 */
export function firstLanguageFirst(input: unknown): unknown {
  const languages = isObject(input) ? Reflect.get(input, 'languages') : null;
  const first: unknown = Array.isArray(languages) ? languages[0] : null;
  return typeof first === 'string' ? reordered(input, first) : input;
}

function reordered(value: unknown, first: string): unknown {
  if (Array.isArray(value)) return value.map((entry) => reordered(entry, first));
  if (!isObject(value)) return value;
  if (isLocalizedText(value)) return first in value ? { [first]: value[first], ...value } : value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, reordered(entry, first)]));
}

function localizedTexts(
  value: unknown,
  path: readonly (string | number)[],
): { path: readonly (string | number)[]; text: LocalizedText }[] {
  if (Array.isArray(value)) return value.flatMap((entry, n) => localizedTexts(entry, [...path, n]));
  if (!isObject(value)) return [];
  if (isLocalizedText(value)) return [{ path, text: value }];
  return Object.entries(value).flatMap(([key, entry]) => localizedTexts(entry, [...path, key]));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

export function isLocalizedText(value: object): value is LocalizedText {
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([key, text]) => isLanguageTag(key) && typeof text === 'string');
}
