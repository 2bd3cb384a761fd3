import { randomSource } from './random.ts';
import { soxEffects } from './run-sox.ts';

/** 300–3400 Hz, ITU-T G.712. */
export function telephoneBand(sound: Float32Array): Float32Array {
  return soxEffects(sound, ['sinc', '-t', '150', '300-3400']);
}

/** The way through a telephone line: 300–3400 Hz (ITU-T G.712) and A-law (G.711). */
export function overTheTelephone(sound: Float32Array): Float32Array {
  const band = telephoneBand(sound);
  const out = new Float32Array(sound.length);
  for (let i = 0; i < out.length; i += 1) out[i] = aLaw(band[i] ?? 0);
  return out;
}

/**
 * One sample to A-law's 13 segments and back, ITU-T G.711 §3.1: steps of 2⁻¹² of full scale below
 * 1/64, doubling above.
 */
export function aLaw(sample: number): number {
  const magnitude = Math.min(0.9999, Math.abs(sample));
  const exponent = Math.max(-6, Math.floor(Math.log2(magnitude + 1e-12)));
  const step = 2 ** (exponent === -6 ? -11 : exponent - 4);
  return Math.sign(sample) * (Math.floor(magnitude / step) + 0.5) * step;
}

/**
 * Packets of 20 ms lost in bursts (mean two packets), filled as a receiver does: the last packet
 * again, fading.
 */
export function losePackets(sound: Float32Array, share: number, seed: number): Float32Array {
  const random = randomSource(seed);
  const out = Float32Array.from(sound);
  const size = 160;
  let lost = false;
  for (let from = size; from + size <= out.length; from += size) {
    lost = random() < (lost ? 0.5 : share / 2 / (1 - share));
    if (!lost) continue;
    for (let i = 0; i < size; i += 1) out[from + i] = (out[from + i - size] ?? 0) * 0.6;
  }
  return out;
}
