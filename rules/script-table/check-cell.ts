import { LONGEST_LINE } from '../../contract/pack/localized-text.ts';
import { PLACEHOLDERS } from '../../contract/pack/placeholders.ts';
import { parseTemplate } from '../../contract/pack/template.ts';

export type TextProblem = 'too-long' | 'bad-part' | 'unknown-placeholder' | 'needs-part' | 'forbidden-phrase';

/** What keeps a text from being a sentence of a pack. `forbidden`: phrases that nobody may say. */
export function textProblem(text: string, forbidden: readonly string[]): TextProblem | null {
  if (text.length > LONGEST_LINE) return 'too-long';
  const template = parseTemplate(text);
  if (!template.ok) return template.reason;
  const needsPart = template.parts.some(
    (part) => part.kind === 'placeholder' && PLACEHOLDERS[part.name].fallback === null,
  );
  if (needsPart) return 'needs-part';
  return forbidden.some((phrase) => text.includes(phrase)) ? 'forbidden-phrase' : null;
}
