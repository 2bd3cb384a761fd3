import type { LocalSpeech, LocalVoice, Utterance } from '../../../browser/local-speech.ts';
import type { PackLanguage } from '../../../contract/pack/localized-text.ts';
import type { TrainingCaller } from '../../../practice/training/training-caller.ts';

/**
 * Speaks what a simulated caller says, with a voice of this computer. Where there is none for the
 * language, the caption stands alone. Of a dialect no voice is sure to be there: another voice of
 * the same language is used; without one, the same voice sounds different.
 */
export class CallerVoice {
  readonly #speech: LocalSpeech;
  readonly #language: PackLanguage;
  #spoken: number | null = null;

  constructor(speech: LocalSpeech, language: PackLanguage) {
    this.#speech = speech;
    this.#language = language;
  }

  /** Once for each caption, by the time at which it was said. */
  say(text: string, at: number, caller: TrainingCaller): void {
    if (this.#spoken === at) return;
    this.#spoken = at;
    const utterance = utteranceFor(text, caller, this.#language, this.#speech.voices());
    if (utterance !== null) this.#speech.speak(utterance);
  }

  stop(): void {
    if (this.#spoken === null) return;
    this.#spoken = null;
    this.#speech.stop();
  }
}

/** Null: no voice of this computer speaks the language. */
export function utteranceFor(
  text: string,
  caller: TrainingCaller,
  language: PackLanguage,
  voices: readonly LocalVoice[],
): Utterance | null {
  const [primary = ''] = language.toLowerCase().split('-');
  const own = voices.filter((voice) => voice.language.toLowerCase().split('-')[0] === primary);
  const [plain] = own.toSorted((one, other) => nearness(other, language) - nearness(one, language));
  if (plain === undefined) return null;
  const said = { text, voice: plain, rate: 1, pitch: 1, volume: caller.line === 'faint' ? 0.2 : 1 };
  if (caller.id === 'abusive') return { ...said, rate: 1.25, pitch: 1.1 };
  if (caller.id !== 'dialect') return said;
  const other = own.find((voice) => nearness(voice, language) === 0);
  return other === undefined ? { ...said, rate: 1.15, pitch: 0.75 } : { ...said, voice: other };
}

/** 1: of the same country. */
function nearness(voice: LocalVoice, language: PackLanguage): number {
  return voice.language.toLowerCase().startsWith(language.toLowerCase()) ? 1 : 0;
}
