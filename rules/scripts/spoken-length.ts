import { textIn } from '../../contract/pack/localized-text.ts';
import type { SayStep } from '../../contract/pack/step.ts';

/** Nobody reads faster aloud: Mandarin by characters, other languages by letters. */
const MOST_A_SECOND = { han: 6, other: 20 };
/** A filled placeholder, in characters. */
const VALUE = '×××';
/** A pause after so much of a sentence is its end, however long the sentence is. */
const LONGEST_BEGINNING_MS = 3_000;

/** The least time that it takes to say this sentence, ms. */
export function leastSpokenMs({ text }: SayStep): number {
  const words = textIn(text, 'zh-CN').replaceAll(/\{[^}]*\}/g, VALUE);
  const han = words.match(/\p{Script=Han}|×/gu)?.length ?? 0;
  const other = words.match(/[a-z\d]/gi)?.length ?? 0;
  return (han / MOST_A_SECOND.han + other / MOST_A_SECOND.other) * 1000;
}

/** The agent paused after so much speech: was that this sentence, or only its first words? */
export function isSaidIn(step: SayStep, spokenMs: number): boolean {
  return spokenMs >= Math.min(leastSpokenMs(step) * 0.6, LONGEST_BEGINNING_MS);
}
