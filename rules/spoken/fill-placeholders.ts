import { type LocalizedText, textIn } from '../../contract/pack/localized-text.ts';
import { PLACEHOLDERS, type PlaceholderName } from '../../contract/pack/placeholders.ts';
import {
  parseTemplate,
  type Template,
  type TemplatePart,
  type TemplatePiece,
} from '../../contract/pack/template.ts';
import type { Words } from '../../contract/words.ts';

export type PlaceholderValues = Readonly<Partial<Record<PlaceholderName, string>>>;

/**
 * A sentence of a pack as it is said, by the five rules of contract/pack/placeholders.ts. A
 * sentence that no checked pack can hold (unknown name, broken bracket) is shown unchanged during
 * a call.
 */
export function fillPlaceholders(text: LocalizedText, values: PlaceholderValues, words: Words): string {
  const language = words('language');
  const template = templateOf(text, language);
  if (!template.ok) return textIn(text, language);
  const filled = template.parts
    .map((part) => fillPart(part, values, words))
    .join('')
    .trim();
  return language === 'en' ? capitalised(filled) : filled;
}

const templates = new WeakMap<LocalizedText, Map<string, Template>>();

/** A sentence is parsed once while its pack is in use. */
function templateOf(text: LocalizedText, language: string): Template {
  const known = templates.get(text)?.get(language);
  if (known !== undefined) return known;
  const template = parseTemplate(textIn(text, language));
  templates.set(text, (templates.get(text) ?? new Map<string, Template>()).set(language, template));
  return template;
}

function fillPart(part: TemplatePart, values: PlaceholderValues, words: Words): string {
  if (part.kind !== 'optional') return fillPiece(part, values, words);
  const complete = part.pieces.every((piece) => piece.kind === 'text' || given(piece.name, values) !== null);
  return complete ? part.pieces.map((piece) => fillPiece(piece, values, words)).join('') : '';
}

function fillPiece(piece: TemplatePiece, values: PlaceholderValues, words: Words): string {
  if (piece.kind === 'text') return piece.text;
  const value = given(piece.name, values);
  if (value !== null) return value;
  const { fallback } = PLACEHOLDERS[piece.name];
  return fallback === null ? '' : words(fallback);
}

/** A blank value is a missing value. */
function given(name: PlaceholderName, values: PlaceholderValues): string | null {
  const value = values[name]?.trim() ?? '';
  return value === '' ? null : value;
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
