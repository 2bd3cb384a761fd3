/**
 * Bitmaps per block. A note of 60 characters sets about a tenth of its bits, so a query of two
 * characters passes one note in nine.
 */
const FEATURES = 1024;

/**
 * A bit-sliced signature file: for each hashed character and pair of characters, a bitmap of the
 * notes that may contain it. A search ANDs a few short bitmaps and then checks the candidates in
 * full, so it never misses a note.
 */
export class FeatureBlock {
  readonly #words: number;
  readonly #bits: Uint32Array;

  /** For slots from 0 up to `capacity`. */
  constructor(capacity: number) {
    this.#words = Math.ceil(capacity / 32);
    this.#bits = new Uint32Array(FEATURES * this.#words);
  }

  /**
   * Adds the features of `text`. Features of an earlier text of the slot stay set, which only costs
   * a check.
   */
  add(slot: number, text: string): void {
    const word = slot >>> 5;
    const bit = 1 << (slot & 31);
    for (const feature of featuresOf(text)) {
      const at = feature * this.#words + word;
      this.#bits[at] = (this.#bits[at] ?? 0) | bit;
    }
  }

  /** Slots that may have all `features`, highest first. */
  *candidates(features: readonly number[]): Generator<number> {
    for (let word = this.#words - 1; word >= 0; word -= 1) {
      let bits = 0xffffffff;
      for (const feature of features) bits &= this.#bits[feature * this.#words + word] ?? 0;
      while (bits !== 0) {
        const highest = 31 - Math.clz32(bits);
        yield word * 32 + highest;
        bits &= ~(1 << highest);
      }
    }
  }
}

/** Every character and every pair of neighbours, hashed. */
export function featuresOf(text: string): number[] {
  const features: number[] = [];
  let before = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    features.push(hash(sign, 0x9e37));
    if (index > 0) features.push(hash(before, sign));
    before = sign;
  }
  return features;
}

function hash(a: number, b: number): number {
  return Math.imul(Math.imul(a, 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35), 0x27d4eb2f) >>> 22;
}
