import type { Situation } from '../../contract/pack/situation.ts';

const PLACE = /\{department(?:Number)?\}/;

/**
 * Whether a sentence of the script names the place that a caller should turn to: it is chosen
 * before anything is said, because the sentence is empty without it.
 */
export function namesPlace({ steps }: Situation): boolean {
  return steps.some(
    (step) =>
      step.kind === 'say' &&
      [step.text, ...step.variants.map(({ text }) => text)].some((text) =>
        Object.values(text).some((words) => PLACE.test(words)),
      ),
  );
}
