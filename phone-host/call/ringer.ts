import { ringTone, silence } from '../../browser/ring-tone.ts';
import { browserClock, type Clock } from '../../calls/sources/clock.ts';
import { within } from '../../calls/timing/within.ts';
import type { RingCadence } from '../../contract/pack/ring-cadence.ts';
import { OUTPUT_MS, sendToOutput } from './audio-output.ts';

export interface RingerSettings {
  readonly cadence: RingCadence;
  /** Device id; empty for the system's default output. */
  readonly output: string;
  /** 0…1 */
  readonly volume: number;
}

/**
 * `silent`: the browser refuses sound without a click, neither output can play, or an output that
 * vanished does not answer.
 */
export type RingerState = 'armed' | 'silent';

/** Plays the ring tone in the national cadence on the chosen output, without a click before it. */
export class Ringer {
  readonly #audio = new Audio();
  #toneUrl: string | null = null;
  readonly #clock: Pick<Clock, 'after'>;
  #ringing = false;

  constructor(clock: Pick<Clock, 'after'> = browserClock) {
    this.#clock = clock;
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
    if (!(await sendToOutput(this.#audio, settings.output, this.#clock))) return 'silent';
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
      const begun = await within(OUTPUT_MS, this.#audio.play(), this.#clock);
      return begun.inTime ? 'armed' : 'silent';
    } catch (error) {
      // AbortError: the ring ended before the sound began; the output works.
      return error instanceof DOMException && error.name === 'AbortError' ? 'armed' : 'silent';
    }
  }

  async #tryOut(output: string): Promise<RingerState> {
    const trial = new Audio();
    const url = URL.createObjectURL(silence());
    trial.src = url;
    try {
      if (!(await sendToOutput(trial, output, this.#clock))) return 'silent';
      const begun = await within(OUTPUT_MS, trial.play(), this.#clock);
      return begun.inTime ? 'armed' : 'silent';
    } catch {
      return 'silent';
    } finally {
      trial.pause();
      URL.revokeObjectURL(url);
    }
  }
}
