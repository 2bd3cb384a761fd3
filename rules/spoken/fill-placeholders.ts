import type { LocalizedText, PackLanguage } from '../../contract/pack/localized-text.ts';
import { PLACEHOLDERS, type PlaceholderName } from '../../contract/pack/placeholders.ts';
import {
  parseTemplate,
  type Template,
  type TemplatePart,
  type TemplatePiece,
} from '../../contract/pack/template.ts';

export type PlaceholderValues = Readonly<Partial<Record<PlaceholderName, string>>>;

/**
 * A sentence of a pack as it is said, by the five rules of contract/pack/placeholders.ts. A sentence that no checked
 * pack could hold (unknown name, broken bracket) comes out as it stands: better odd than lost in mid-call.
 */
export function fillPlaceholders(
  text: LocalizedText,
  values: PlaceholderValues,
  language: PackLanguage,
): string {
  const template = templateOf(text, language);
  if (!template.ok) return text[language];
  const filled = template.parts
    .map((part) => fillPart(part, values, language))
    .join('')
    .trim();
  return language === 'en' ? capitalised(filled) : filled;
}

const templates = new WeakMap<LocalizedText, Map<PackLanguage, Template>>();

/** A sentence is taken apart once for as long as its pack is there. */
function templateOf(text: LocalizedText, language: PackLanguage): Template {
  const known = templates.get(text)?.get(language);
  if (known !== undefined) return known;
  const template = parseTemplate(text[language]);
  templates.set(text, (templates.get(text) ?? new Map<PackLanguage, Template>()).set(language, template));
  return template;
}

function fillPart(part: TemplatePart, values: PlaceholderValues, language: PackLanguage): string {
  if (part.kind !== 'optional') return fillPiece(part, values, language);
  const complete = part.pieces.every((piece) => piece.kind === 'text' || given(piece.name, values) !== null);
  return complete ? part.pieces.map((piece) => fillPiece(piece, values, language)).join('') : '';
}

function fillPiece(piece: TemplatePiece, values: PlaceholderValues, language: PackLanguage): string {
  if (piece.kind === 'text') return piece.text;
  return given(piece.name, values) ?? PLACEHOLDERS[piece.name].fallback?.[language] ?? '';
}

/** A blank value is a missing value. */
function given(name: PlaceholderName, values: PlaceholderValues): string | null {
  const value = values[name]?.trim() ?? '';
  return value === '' ? null : value;
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
