import type { Pack } from '../../contract/pack/pack.ts';
import { loadPack } from '../../tools/compile-pack.ts';

const shipped = loadPack();

/** The shipped pack with these words before every greeting. */
export function greetingWith(words: string, version: string): Pack {
  const text = { 'zh-CN': words, 'zh-TW': words, en: words };
  const situations = shipped.situations.map((situation) =>
    situation.id !== 'greeting'
      ? situation
      : {
          ...situation,
          steps: situation.steps.map((step) =>
            step.kind === 'say' ? { ...step, text, variants: [] } : step,
          ),
        },
  );
  return { ...shipped, version, situations };
}
