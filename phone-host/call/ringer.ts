import { ringTone, silence } from '../../browser/ring-tone.ts';
import type { RingCadence } from '../../contract/pack/ring-cadence.ts';

export interface RingerSettings {
  readonly cadence: RingCadence;
  /** Device id; empty for the system's default output. */
  readonly output: string;
  /** 0…1 */
  readonly volume: number;
}

/** `silent`: the browser refuses sound without a click, or the chosen output is gone and the default refuses too. */
export type RingerState = 'armed' | 'silent';

/** Makes a waiting call heard in the national cadence, on the chosen output, with no prior click. */
export class Ringer {
  readonly #audio = new Audio();
  #toneUrl: string | null = null;
  #ringing = false;

  constructor() {
    this.#audio.loop = true;
  }

  /** Loads the tone and tries the output with silence. Call again when settings or devices change. */
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

  get isRinging(): boolean {
    return this.#ringing && !this.#audio.paused;
  }

  async #play(): Promise<RingerState> {
    try {
      await this.#audio.play();
      return 'armed';
    } catch (error) {
      // AbortError: the ring ended before the sound began; the ringer itself is fine.
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

  /** A chosen output that is unplugged falls back to the default: a ring in the wrong place beats no ring. */
  async #send(audio: HTMLAudioElement, output: string): Promise<void> {
    if (!('setSinkId' in audio)) return;
    try {
      await audio.setSinkId(output);
    } catch {
      await audio.setSinkId('');
    }
  }
}
