/** A voice that speaks on this computer. */
export interface LocalVoice {
  /** BCP 47, as the system names it. */
  readonly language: string;
  readonly name: string;
}

export interface Utterance {
  readonly text: string;
  readonly voice: LocalVoice;
  /** 1: the voice as it is. */
  readonly rate: number;
  readonly pitch: number;
  readonly volume: number;
}

/** W3C Web Speech API, section 4.2, but for voices that would send the text to a server. */
export interface LocalSpeech {
  voices(): readonly LocalVoice[];
  /** Ends what is spoken, and speaks this. */
  speak(utterance: Utterance): void;
  stop(): void;
}

type Synthesis = Pick<SpeechSynthesis, 'getVoices' | 'speak' | 'cancel'>;

/** Without speech synthesis it has no voice. */
export function localSpeech(synthesis: Synthesis | undefined): LocalSpeech {
  if (synthesis === undefined) return { voices: () => [], speak: () => {}, stop: () => {} };
  const local = () => synthesis.getVoices().filter(({ localService }) => localService);
  return {
    voices: () => local().map(({ lang, name }) => ({ language: lang.replace('_', '-'), name })),
    speak({ text, voice, rate, pitch, volume }) {
      const found = local().find(({ name }) => name === voice.name);
      // Not even for a moment another one: the default may be a remote voice.
      if (found === undefined) return;
      const utterance = Object.assign(new SpeechSynthesisUtterance(text), { rate, pitch, volume });
      utterance.voice = found;
      utterance.lang = found.lang;
      synthesis.cancel();
      synthesis.speak(utterance);
    },
    stop: () => synthesis.cancel(),
  };
}
