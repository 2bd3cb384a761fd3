import type { Clock } from '../../calls/sources/clock.ts';
import { within } from '../../calls/timing/within.ts';
import { OUTPUT_MS } from './audio-output.ts';

interface Needs {
  /** Called when it becomes known whether the element can be heard. */
  readonly onAudible: (isAudible: boolean) => void;
  readonly clock: Pick<Clock, 'after'>;
}

const RETRY_MS = 2_000;

/**
 * Plays an audio element until `stop`, and tries again while the browser or the output does not let
 * it: an output may have vanished, or may still wake up.
 */
export class Audible {
  readonly #audio: HTMLAudioElement;
  readonly #needs: Needs;
  #wanted = false;
  #round = 0;
  #cancelRetry: () => void = () => {};

  constructor(audio: HTMLAudioElement, needs: Needs) {
    this.#audio = audio;
    this.#needs = needs;
    // The browser pauses an element whose output goes away.
    audio.addEventListener('pause', () => {
      if (this.#wanted) this.retry();
    });
  }

  start(): void {
    this.#wanted = true;
    this.retry();
  }

  /** At once, without the pause between two tries. */
  retry(): void {
    if (!this.#wanted) return;
    this.#round += 1;
    this.#cancelRetry();
    void this.#play(this.#round);
  }

  stop(): void {
    this.#wanted = false;
    this.#round += 1;
    this.#cancelRetry();
    this.#audio.pause();
    this.#needs.onAudible(true);
  }

  async #play(round: number): Promise<void> {
    const { onAudible, clock } = this.#needs;
    const isAudible = await plays(this.#audio, clock);
    // Stopped, or tried anew, meanwhile.
    if (round !== this.#round) return;
    onAudible(isAudible);
    if (!isAudible) this.#cancelRetry = clock.after(RETRY_MS, () => this.retry());
  }
}

async function plays(audio: HTMLAudioElement, clock: Pick<Clock, 'after'>): Promise<boolean> {
  try {
    return (await within(OUTPUT_MS, audio.play(), clock)).inTime;
  } catch (error) {
    console.warn('phone: a sound cannot be played', error);
    return false;
  }
}
