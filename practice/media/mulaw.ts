/** Samples (and µ-law bytes) in a packet of 20 ms at 8 kHz (RFC 3551 §4.5.14). */
export const FRAME_SAMPLES = 160;
/** µ-law for the sample 0. */
export const MULAW_SILENCE = 0xff;

const BIAS = 0x84;
const CLIP = 32_635;

/** ITU-T G.711 µ-law: a byte to a linear sample of −32124…32124. */
export function decodeMulaw(byte: number): number {
  const inverted = ~byte & 0xff;
  const magnitude = ((((inverted & 0x0f) << 3) + BIAS) << ((inverted >> 4) & 0x07)) - BIAS;
  return inverted & 0x80 ? -magnitude : magnitude;
}

/** ITU-T G.711 µ-law: a linear 16-bit sample to a byte; larger samples are clipped. */
export function encodeMulaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(Math.round(sample)), CLIP) + BIAS;
  const exponent = Math.max(0, 31 - Math.clz32(magnitude) - 7);
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

/** Changes the volume by `gainDb`. */
export function withGain(mulaw: Uint8Array, gainDb: number): Uint8Array {
  if (gainDb === 0) return mulaw;
  const factor = 10 ** (gainDb / 20);
  return mulaw.map((byte) => encodeMulaw(decodeMulaw(byte) * factor));
}

/** Root mean square of µ-law samples, 0…1 of full scale; 0 for no samples. */
export function rmsOf(mulaw: Uint8Array): number {
  if (mulaw.length === 0) return 0;
  const sum = mulaw.reduce((total, byte) => total + (decodeMulaw(byte) / 32_768) ** 2, 0);
  return Math.sqrt(sum / mulaw.length);
}
