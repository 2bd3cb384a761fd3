import type { LocalizedText } from './localized-text.ts';
import type { Pack } from './pack.ts';

export interface PackText {
  readonly path: readonly (string | number)[];
  readonly text: string;
  /** Said to the caller, not only shown to the agent. */
  readonly spoken: boolean;
}

/** Every sentence that may hold placeholders, with its place. */
export function textsOfPack(pack: Pack): PackText[] {
  const texts: PackText[] = [];
  const add = (path: PackText['path'], text: LocalizedText, spoken: boolean) => {
    for (const [language, line] of Object.entries(text))
      texts.push({ path: [...path, language], text: line, spoken });
  };
  for (const [i, situation] of pack.situations.entries()) {
    const at = ['situations', i];
    for (const [n, text] of situation.prohibitions.entries()) add([...at, 'prohibitions', n], text, false);
    for (const [n, step] of situation.steps.entries()) {
      const here = [...at, 'steps', n];
      add([...here, 'text'], step.text, step.kind === 'say');
      if (step.kind === 'say') {
        for (const [k, { text }] of step.variants.entries())
          add([...here, 'variants', k, 'text'], text, true);
      }
      if (step.kind === 'branch') {
        for (const [k, { label }] of step.options.entries())
          add([...here, 'options', k, 'label'], label, false);
      }
    }
  }
  for (const [i, card] of pack.techniques.entries()) {
    for (const [n, saying] of card.sayings.entries()) add(['techniques', i, 'sayings', n], saying, true);
  }
  for (const [i, { greeting }] of (pack.hotlines ?? []).entries()) {
    if (greeting === undefined) continue;
    const at = ['hotlines', i, 'greeting'];
    add([...at, 'text'], greeting.text, true);
    for (const [k, { text }] of greeting.variants.entries()) add([...at, 'variants', k, 'text'], text, true);
  }
  for (const [i, { greeting }] of pack.festivals.entries()) {
    if (greeting !== undefined) add(['festivals', i, 'greeting'], greeting, true);
  }
  return texts;
}
