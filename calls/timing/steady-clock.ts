import type { Instant } from '../call-event.ts';

interface Clocks {
  /** The computer's clock, which may be set back. */
  readonly wall: () => Instant;
  /** Never goes back; it may stand still while the computer sleeps. */
  readonly elapsed: () => number;
}

/** Smaller steps are the usual correction of a clock, and no duration shows them. */
const STEP_MS = 500;

/**
 * The time for what lasts: when the computer's clock is set back it goes on as before, ahead of
 * that clock, until `settle`.
 */
export class SteadyClock {
  readonly #clocks: Clocks;
  #leadMs = 0;
  #lastWall: Instant;
  #lastElapsed: number;

  constructor(clocks: Clocks) {
    this.#clocks = clocks;
    this.#lastWall = clocks.wall();
    this.#lastElapsed = clocks.elapsed();
  }

  now(): Instant {
    const wall = this.#clocks.wall();
    const elapsed = this.#clocks.elapsed();
    const step = wall - this.#lastWall - (elapsed - this.#lastElapsed);
    // A clock that is set forward again takes up the lead.
    if (Math.abs(step) >= STEP_MS) this.#leadMs = Math.max(0, this.#leadMs - Math.round(step));
    this.#lastWall = wall;
    this.#lastElapsed = elapsed;
    return wall + this.#leadMs;
  }

  /** A time of now that may have been read from the computer's clock, as a steady time. */
  steady(at: Instant): Instant {
    const now = this.now();
    const wall = now - this.#leadMs;
    return Math.abs(at - wall) < Math.abs(at - now) ? at + this.#leadMs : at;
  }

  /**
   * The time now by another steady clock, which may have seen the computer's clock set back before
   * this one began.
   */
  follow(other: Instant): void {
    this.#leadMs += Math.max(0, other - this.now());
  }

  /** Nothing lasts now: back to the computer's clock. */
  settle(): void {
    this.now();
    this.#leadMs = 0;
  }
}
