import type { TimeReading } from '../../contract/api/server-time.ts';
import { MOST_OFFSET_MS } from '../../contract/team/clock-offset.ts';
import { Listeners } from '../listeners.ts';
import type { Undo } from '../part.ts';

/** A slower answer says too little about the time. */
const SLOWEST_ANSWER_MS = 2_000;
/** Fewer exchanges may be wrong by chance: one odd answer of three changes nothing. */
const FEWEST = 3;
/** The newest ones count: clocks drift, and may be set. */
const MOST = 5;

interface Measurement {
  readonly offset: number;
  /** Half of the round trip: the answer may have been given at its start or at its end. */
  readonly uncertainty: number;
}

/**
 * How far the server's clock is from this device's: the median of its newest answers, each read in
 * the middle of its round trip (RFC 5905 §8).
 */
export class ServerClock {
  readonly #listeners = new Listeners();
  #newest: readonly Measurement[] = [];

  /** Called after a change of the offset. */
  subscribe(listener: () => void): Undo {
    return this.#listeners.add(listener);
  }

  /** Server clock minus device clock, in whole ms; null before three usable answers. */
  get offset(): number | null {
    if (this.#newest.length < FEWEST) return null;
    const { offset, uncertainty } = medianOf(this.#newest);
    // Clocks that agree within the uncertainty are not corrected.
    return Math.abs(offset) <= uncertainty ? 0 : Math.round(offset);
  }

  /** Some answers were usable, but not yet enough. */
  get isMeasuring(): boolean {
    return this.#newest.length > 0 && this.#newest.length < FEWEST;
  }

  measure({ sentAt, answeredAt, serverTime }: TimeReading): void {
    const roundTrip = answeredAt - sentAt;
    const uncertainty = roundTrip / 2;
    const offset = serverTime - (sentAt + uncertainty);
    if (!(roundTrip >= 0 && roundTrip < SLOWEST_ANSWER_MS)) return;
    if (!(Math.abs(offset) <= MOST_OFFSET_MS)) return;
    this.#set([...this.#newest, { offset, uncertainty }].slice(-MOST));
  }

  /** The agent left the team of this server. */
  forget(): void {
    this.#set([]);
  }

  #set(newest: readonly Measurement[]): void {
    const before = this.offset;
    this.#newest = newest;
    if (this.offset !== before) this.#listeners.notify();
  }
}

/** Between the two in the middle where their number is even. */
function medianOf(measurements: readonly Measurement[]): Measurement {
  const sorted = [...measurements].sort((one, other) => one.offset - other.offset);
  const half = (sorted.length - 1) / 2;
  const middle = [sorted[Math.floor(half)], sorted[Math.ceil(half)]].filter((one) => one !== undefined);
  const mean = (of: (one: Measurement) => number) =>
    middle.reduce((sum, one) => sum + of(one), 0) / middle.length;
  return { offset: mean(({ offset }) => offset), uncertainty: mean(({ uncertainty }) => uncertainty) };
}
