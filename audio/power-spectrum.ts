interface Tables {
  readonly window: Float64Array;
  readonly order: Uint16Array;
  readonly cos: Float64Array;
  readonly sin: Float64Array;
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly power: Float64Array;
}

/** Tables and buffers for one length, made once: this runs 150 times a second for each side. */
const tables = new Map<number, Tables>();

/**
 * Power in each of the `n / 2 + 1` frequencies of `n` samples (a power of two) under a periodic
 * Hann window: an iterative radix-2 transform (Cooley and Tukey). The next call of the same length
 * overwrites the result.
 */
export function powerSpectrum(samples: Float32Array): Float64Array {
  const n = samples.length;
  const { window, order, cos, sin, re, im, power } = tablesFor(n);
  im.fill(0);
  for (let i = 0; i < n; i += 1) re[order[i] ?? 0] = (samples[i] ?? 0) * (window[i] ?? 0);
  for (let half = 1; half < n; half *= 2) {
    const stride = n / (2 * half);
    for (let start = 0; start < n; start += 2 * half) {
      for (let k = 0; k < half; k += 1) {
        const even = start + k;
        const odd = even + half;
        const c = cos[k * stride] ?? 0;
        const s = sin[k * stride] ?? 0;
        const a = re[odd] ?? 0;
        const b = im[odd] ?? 0;
        const oddRe = a * c - b * s;
        const oddIm = a * s + b * c;
        const evenRe = re[even] ?? 0;
        const evenIm = im[even] ?? 0;
        re[odd] = evenRe - oddRe;
        im[odd] = evenIm - oddIm;
        re[even] = evenRe + oddRe;
        im[even] = evenIm + oddIm;
      }
    }
  }
  for (let k = 0; k <= n / 2; k += 1) power[k] = (re[k] ?? 0) ** 2 + (im[k] ?? 0) ** 2;
  return power;
}

function tablesFor(n: number): Tables {
  const known = tables.get(n);
  if (known !== undefined) return known;
  const bits = Math.log2(n);
  const made: Tables = {
    window: new Float64Array(n).map((_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / n)),
    order: new Uint16Array(n).map((_, i) => reverseBits(i, bits)),
    cos: new Float64Array(n / 2).map((_, k) => Math.cos((-2 * Math.PI * k) / n)),
    sin: new Float64Array(n / 2).map((_, k) => Math.sin((-2 * Math.PI * k) / n)),
    re: new Float64Array(n),
    im: new Float64Array(n),
    power: new Float64Array(n / 2 + 1),
  };
  tables.set(n, made);
  return made;
}

function reverseBits(value: number, bits: number): number {
  let reversed = 0;
  for (let bit = 0; bit < bits; bit += 1) reversed = (reversed << 1) | ((value >> bit) & 1);
  return reversed;
}
