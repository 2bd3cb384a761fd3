import { ringTone, silence } from '../../browser/ring-tone.ts';
import type { RingCadence } from '../../contract/pack/ring-cadence.ts';

export interface RingerSettings {
  readonly cadence: RingCadence;
  /** Device id; empty for the system's default output. */
  readonly output: string;
  /** 0…1 */
  readonly volume: number;
}

/** `silent`: the browser refuses sound without a click, or neither output can play. */
export type RingerState = 'armed' | 'silent';

/** Plays the ring tone in the national cadence on the chosen output, without a click before it. */
export class Ringer {
  readonly #audio = new Audio();
  #toneUrl: string | null = null;
  #ringing = false;

  constructor() {
    this.#audio.loop = true;
  }

  /**
   * Loads the tone and tests the output with silence. Called again when settings or devices change.
   */
  async arm(settings: RingerSettings): Promise<RingerState> {
    if (this.#toneUrl !== null) URL.revokeObjectURL(this.#toneUrl);
    this.#toneUrl = URL.createObjectURL(ringTone(settings.cadence));
    this.#audio.src = this.#toneUrl;
    this.#audio.volume = settings.volume;
    await this.#send(this.#audio, settings.output);
    if (this.#ringing) return this.#play();
    return this.#tryOut(settings.output);
  }

  async start(): Promise<RingerState> {
    if (this.#ringing) return 'armed';
    this.#ringing = true;
    this.#audio.currentTime = 0;
    return this.#play();
  }

  stop(): void {
    this.#ringing = false;
    this.#audio.pause();
  }

  async #play(): Promise<RingerState> {
    try {
      await this.#audio.play();
      return 'armed';
    } catch (error) {
      // AbortError: the ring ended before the sound began; the output works.
      return error instanceof DOMException && error.name === 'AbortError' ? 'armed' : 'silent';
    }
  }

  async #tryOut(output: string): Promise<RingerState> {
    const trial = new Audio();
    const url = URL.createObjectURL(silence());
    trial.src = url;
    await this.#send(trial, output);
    try {
      await trial.play();
      return 'armed';
    } catch {
      return 'silent';
    } finally {
      trial.pause();
      URL.revokeObjectURL(url);
    }
  }

  /** Falls back to the default output if the chosen one is unplugged. */
  async #send(audio: HTMLAudioElement, output: string): Promise<void> {
    if (!('setSinkId' in audio)) return;
    try {
      await audio.setSinkId(output);
    } catch {
      await audio.setSinkId('');
    }
  }
}
