import type { TimeReading } from '../../contract/api/server-time.ts';
import { MOST_OFFSET_MS } from '../../contract/team/envelope.ts';
import { Listeners } from '../listeners.ts';
import type { Undo } from '../part.ts';

/** A slower answer says too little about the time. */
const SLOWEST_ANSWER_MS = 10_000;
/** A clock drifts: an older measurement gives way to a less exact one. */
const KEPT_FOR_MS = 600_000;

interface Measurement {
  readonly offset: number;
  /** Half of the round trip: the answer may have been given at its start or at its end. */
  readonly uncertainty: number;
  readonly at: number;
}

/** How far the server's clock is from this device's, measured by its answers (RFC 5905 §8). */
export class ServerClock {
  readonly #listeners = new Listeners();
  #best: Measurement | null = null;

  /** Called after a change of the offset. */
  subscribe(listener: () => void): Undo {
    return this.#listeners.add(listener);
  }

  /** Server clock minus device clock, in whole ms; null before the first usable answer. */
  get offset(): number | null {
    if (this.#best === null) return null;
    const { offset, uncertainty } = this.#best;
    // Clocks that agree within the uncertainty are not corrected.
    return Math.abs(offset) <= uncertainty ? 0 : Math.round(offset);
  }

  measure({ sentAt, answeredAt, serverTime }: TimeReading): void {
    const roundTrip = answeredAt - sentAt;
    const uncertainty = roundTrip / 2;
    const offset = serverTime - (sentAt + uncertainty);
    // A clock that was set during the request makes a negative or a very long round trip.
    if (!(roundTrip >= 0 && roundTrip <= SLOWEST_ANSWER_MS)) return;
    if (!(Math.abs(offset) <= MOST_OFFSET_MS)) return;
    if (this.#best !== null && !isBetter({ offset, uncertainty, at: answeredAt }, this.#best)) return;
    this.#set({ offset, uncertainty, at: answeredAt });
  }

  /** The agent left the team of this server. */
  forget(): void {
    this.#set(null);
  }

  #set(best: Measurement | null): void {
    const before = this.offset;
    this.#best = best;
    if (this.offset !== before) this.#listeners.notify();
  }
}

function isBetter(next: Measurement, best: Measurement): boolean {
  // Both cannot be true: a clock was set in between.
  const disagree = Math.abs(next.offset - best.offset) > next.uncertainty + best.uncertainty;
  const age = next.at - best.at;
  return disagree || next.uncertainty <= best.uncertainty || age > KEPT_FOR_MS || age < 0;
}
