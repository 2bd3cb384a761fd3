import type { Instant } from '../../../calls/call-event.ts';

/** The draft is saved after a pause in typing as long as this. */
const PAUSE_MS = 300;
/** Without a pause it is saved after this. */
const LONGEST_MS = 2000;

/** Decides when unsaved changes are saved. */
export class SaveTimer {
  readonly #save: () => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #unsavedSince: Instant = 0;

  constructor(save: () => void) {
    this.#save = save;
  }

  get isRunning(): boolean {
    return this.#timer !== null;
  }

  /** There is a change to save. Starts the pause again, but not past the longest wait. */
  start(now: Instant): void {
    if (this.#timer === null) this.#unsavedSince = now;
    this.stop();
    const wait = Math.max(0, Math.min(PAUSE_MS, this.#unsavedSince + LONGEST_MS - now));
    this.#timer = setTimeout(this.#save, wait);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
