import type { Clock } from '../clock.ts';

/** A registration takes up to three: without a password, with it, with a newer nonce. */
const BURST = 3;
const REFILL_MS = 1_000;

/**
 * At most one REGISTER a second in the long run, whatever an answer makes the library do: a
 * registrar that is answered in a loop bars the account, or falls over.
 */
export class RegisterLimit {
  readonly #clock: Clock;
  readonly #send: (frame: string) => boolean;
  #left = BURST;
  #refilledAt: number;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock, send: (frame: string) => boolean) {
    this.#clock = clock;
    this.#send = send;
    this.#refilledAt = clock.now();
  }

  /** Sends the frame now or when its turn comes; only the newest one waits. */
  send(frame: string): boolean {
    this.#refill();
    this.#cancel?.();
    this.#cancel = null;
    if (this.#left > 0) {
      this.#left -= 1;
      return this.#send(frame);
    }
    this.#cancel = this.#clock.after(REFILL_MS, () => {
      this.#cancel = null;
      this.#refilledAt = this.#clock.now();
      this.#send(frame);
    });
    return true;
  }

  clear(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #refill(): void {
    const now = this.#clock.now();
    // A clock that was set back refills nothing, and counts from there.
    const earned = Math.floor(Math.max(0, now - this.#refilledAt) / REFILL_MS);
    if (earned === 0 && now >= this.#refilledAt) return;
    this.#left = Math.min(BURST, this.#left + earned);
    this.#refilledAt = now;
  }
}
