import { SAMPLE_RATE } from './frame.ts';

/** Filter taps on each side, in samples of the lower rate: −50 dB at 4.3 kHz. */
const REACH = 12;
/** Share of half the lower rate. */
const CUT_OFF = 0.9;

/** Converts a stream of blocks from the device's rate to SAMPLE_RATE (windowed sinc, Hann). */
export class Downsampler {
  /** Outputs are `#step / #phases` input samples apart; positions are counted in phases. */
  readonly #step: number;
  readonly #phases: number;
  readonly #half: number;
  /** A filter for each position of an output between two inputs; its taps sum to 1. */
  readonly #filters: readonly Float32Array[];
  #history: Float32Array;
  /** Position of the next output from the start of the history, in phases. */
  #next: number;

  /** @param fromRate sample rate of the input, an integer; at least SAMPLE_RATE. */
  constructor(fromRate: number) {
    const common = greatestCommonDivisor(fromRate, SAMPLE_RATE);
    this.#step = fromRate / common;
    this.#phases = SAMPLE_RATE / common;
    const ratio = fromRate / SAMPLE_RATE;
    const half = Math.ceil(REACH * ratio);
    this.#half = half;
    this.#filters = Array.from({ length: this.#phases }, (_, phase) =>
      filter(2 * half, (i) => (i - half + 1 - phase / this.#phases) / ratio),
    );
    this.#history = new Float32Array(2 * half);
    this.#next = half * this.#phases;
  }

  push(block: Float32Array): Float32Array {
    if (this.#step === this.#phases) return block;
    const input = new Float32Array(this.#history.length + block.length);
    input.set(this.#history);
    input.set(block, this.#history.length);
    const end = (input.length - this.#half) * this.#phases;
    const out = new Float32Array(Math.max(0, Math.ceil((end - this.#next) / this.#step)));
    for (let n = 0; n < out.length; n += 1) {
      out[n] = this.#at(input, this.#next);
      this.#next += this.#step;
    }
    const used = Math.max(0, Math.floor(this.#next / this.#phases) - this.#half);
    this.#history = input.slice(used);
    this.#next -= used * this.#phases;
    return out;
  }

  #at(input: Float32Array, place: number): number {
    const taps = this.#filters[place % this.#phases] ?? new Float32Array(0);
    const from = Math.floor(place / this.#phases) - this.#half + 1;
    // Two sums can be computed at the same time; the number of taps is even.
    let even = 0;
    let odd = 0;
    for (let i = 0; i < taps.length; i += 2) {
      even += (taps[i] ?? 0) * (input[from + i] ?? 0);
      odd += (taps[i + 1] ?? 0) * (input[from + i + 1] ?? 0);
    }
    return even + odd;
  }
}

/** @param time distance of a tap from the middle of the filter, in samples of the lower rate. */
function filter(length: number, time: (tap: number) => number): Float32Array {
  const taps = Float32Array.from({ length }, (_, i) => weight(time(i)));
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
}

function weight(t: number): number {
  if (Math.abs(t) >= REACH) return 0;
  const window = 0.5 + 0.5 * Math.cos((Math.PI * t) / REACH);
  const x = Math.PI * CUT_OFF * t;
  return window * (Math.abs(x) < 1e-9 ? 1 : Math.sin(x) / x);
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}
