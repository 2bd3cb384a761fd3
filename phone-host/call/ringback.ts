import { type Tone, toneFile } from '../../browser/ring-tone.ts';

/**
 * Plays the tone that the agent hears while the other side rings: on the system's default output,
 * as the earpiece does (media-registry.ts).
 */
export class Ringback {
  readonly #audio = new Audio();
  #url: string | null = null;
  #loaded: Tone | null = null;
  #sounds = false;

  constructor() {
    this.#audio.loop = true;
  }

  /** Goes on where it is if it sounds already. */
  start(tone: Tone): void {
    if (this.#sounds) return;
    this.#sounds = true;
    this.#load(tone);
    this.#audio.currentTime = 0;
    this.#audio.play().catch((error: unknown) => {
      // AbortError: stopped before the sound began.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      console.error('ringback: the tone cannot be played', error);
    });
  }

  stop(): void {
    if (!this.#sounds) return;
    this.#sounds = false;
    this.#audio.pause();
  }

  #load(tone: Tone): void {
    if (tone === this.#loaded) return;
    if (this.#url !== null) URL.revokeObjectURL(this.#url);
    this.#url = URL.createObjectURL(toneFile(tone));
    this.#audio.src = this.#url;
    this.#loaded = tone;
  }
}
