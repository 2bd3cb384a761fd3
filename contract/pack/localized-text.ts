import * as v from 'valibot';

/** Plain text with `{placeholders}` and `[optional parts]` (contract/pack/placeholders.ts), rendered as text nodes only. */
const line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(600));

/**
 * What is said or shown, per language. The two Chinese forms are spoken; `en` is the gloss by which somebody who
 * does not read Chinese maintains the pack, and what an English panel shows.
 */
export const localizedTextSchema = v.strictObject({ 'zh-CN': line, 'zh-TW': line, en: line });

export const PACK_LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const;
export const packLanguageSchema = v.picklist(PACK_LANGUAGES);

export type LocalizedText = v.InferOutput<typeof localizedTextSchema>;
export type PackLanguage = keyof LocalizedText;
