import type { Pack } from './pack.ts';
import type { PackReason } from './pack-problem.ts';
import { PLACEHOLDERS } from './placeholders.ts';
import { parseTemplate } from './template.ts';
import { textsOfPack } from './texts-of-pack.ts';

/** Placeholders, optional parts and forbidden phrases in every language of every sentence. */
export function checkTexts(
  pack: Pack,
  report: (path: readonly (string | number)[], why: PackReason) => void,
): void {
  for (const { path, text, spoken } of textsOfPack(pack)) {
    const template = parseTemplate(text);
    if (!template.ok) {
      report(
        path,
        template.reason === 'bad-part'
          ? { kind: 'bad-part' }
          : { kind: 'unknown-reference', to: 'placeholder', id: template.name },
      );
      continue;
    }
    for (const part of template.parts) {
      if (part.kind === 'placeholder' && PLACEHOLDERS[part.name].fallback === null) {
        report(path, { kind: 'needs-part', placeholder: part.name });
      }
    }
    if (!spoken) continue;
    for (const { phrase } of pack.courtesy.forbiddenPhrases) {
      if (text.includes(phrase)) report(path, { kind: 'forbidden-phrase', phrase });
    }
  }
}
