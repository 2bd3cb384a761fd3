/** Level of digital silence; −90 dBFS is less than the smallest step of 16 bits. */
export const SILENCE_DBFS = -100;
/** A-law's largest value is 0.984 of full scale (ITU-T G.711), µ-law's 0.98. */
const CLIPPED_FROM = 0.975;

export interface FrameMeasure {
  readonly dbfs: number;
  readonly clippedShare: number;
}

/** Root mean square in dBFS, and the share of samples at full scale. */
export function measureFrame(samples: Float32Array): FrameMeasure {
  let power = 0;
  let clipped = 0;
  for (const sample of samples) {
    power += sample * sample;
    if (sample >= CLIPPED_FROM || sample <= -CLIPPED_FROM) clipped += 1;
  }
  const dbfs = Math.max(SILENCE_DBFS, 10 * Math.log10(power / samples.length + 1e-12));
  return { dbfs, clippedShare: clipped / samples.length };
}
