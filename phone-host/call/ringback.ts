import { type Tone, toneFile } from '../../browser/ring-tone.ts';
import { browserClock, type Clock } from '../../calls/sources/clock.ts';
import { Audible } from './audible.ts';

/**
 * Plays the tones that the agent hears instead of the other side, ringback and the busy tone: on
 * the system's default output, as the earpiece does (media-registry.ts).
 */
export class Ringback {
  readonly #audio = new Audio();
  #url: string | null = null;
  #loaded: Tone | null = null;
  readonly #audible: Audible;
  #sounds = false;

  constructor(
    onAudible: (isAudible: boolean) => void = () => {},
    clock: Pick<Clock, 'after'> = browserClock,
  ) {
    this.#audio.loop = true;
    this.#audible = new Audible(this.#audio, { onAudible, clock });
  }

  /** Goes on where it is if it sounds already. */
  start(tone: Tone): void {
    if (this.#sounds && tone === this.#loaded) return;
    this.#sounds = true;
    this.#load(tone);
    this.#audio.currentTime = 0;
    this.#audible.start();
  }

  /** At once, if it should sound and does not. */
  retry(): void {
    this.#audible.retry();
  }

  stop(): void {
    if (!this.#sounds) return;
    this.#sounds = false;
    this.#audible.stop();
  }

  #load(tone: Tone): void {
    if (tone === this.#loaded) return;
    if (this.#url !== null) URL.revokeObjectURL(this.#url);
    this.#url = URL.createObjectURL(toneFile(tone));
    this.#audio.src = this.#url;
    this.#loaded = tone;
  }
}
