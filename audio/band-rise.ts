import { FRAME_SAMPLES, SAMPLE_RATE } from './frame.ts';
import { powerSpectrum } from './power-spectrum.ts';

/** Edges of the bands, Hz: perceived as about equal, in the telephone band, above mains hum. */
const EDGES = [250, 400, 550, 700, 900, 1100, 1350, 1650, 2000, 2400, 2850, 3350];
/** The noise floor of a band: its level is lower for this share of the time. */
const NOISE_FLOOR_QUANTILE = 0.3;
/** Largest step of the noise floor, dB a frame: it follows within some seconds. */
const STEP_DB = 1;
const FIRST_STEP_DB = 6;
/** Variation of a steady noise, to be ignored. */
const RIPPLE_DB = 3;
const LARGEST_RISE_DB = 25;

const HERTZ_PER_BIN = SAMPLE_RATE / (2 * FRAME_SAMPLES);
/** First bin of each band, and the bin after its last. */
const BANDS = EDGES.slice(1).map((to, band) => ({
  first: Math.ceil((EDGES[band] ?? 0) / HERTZ_PER_BIN),
  end: Math.ceil(to / HERTZ_PER_BIN),
}));

/** Noise floor of each band, folded from frame to frame. */
export interface BandNoiseFloors {
  readonly noiseFloors: readonly number[];
  readonly frames: number;
  readonly previous: Float32Array;
}

export const NO_NOISE_FLOORS: BandNoiseFloors = {
  noiseFloors: [],
  frames: 0,
  previous: new Float32Array(FRAME_SAMPLES),
};

/**
 * How far a frame rises over the steady noise, dB, mean over the bands. Speech rises in some bands
 * even where the sum of all bands does not. So this works where the speech model fails (below 5
 * dB).
 */
export function foldBandRise(
  before: BandNoiseFloors,
  frame: Float32Array,
): { readonly state: BandNoiseFloors; readonly riseDb: number } {
  const both = new Float32Array(2 * FRAME_SAMPLES);
  both.set(before.previous);
  both.set(frame, FRAME_SAMPLES);
  const levels = bandLevels(powerSpectrum(both));
  const frames = before.frames + 1;
  const step = Math.max(STEP_DB, FIRST_STEP_DB / (1 + frames / 8));
  let rise = 0;
  const noiseFloors = levels.map((level, band) => {
    const old = before.noiseFloors[band] ?? level;
    const noiseFloor = old + step * (level > old ? NOISE_FLOOR_QUANTILE : NOISE_FLOOR_QUANTILE - 1);
    rise += Math.max(0, Math.min(LARGEST_RISE_DB, level - noiseFloor) - RIPPLE_DB);
    return noiseFloor;
  });
  return { state: { noiseFloors, frames, previous: frame }, riseDb: rise / levels.length };
}

function bandLevels(power: Float64Array): number[] {
  return BANDS.map(({ first, end }) => {
    let sum = 0;
    for (let bin = first; bin < end; bin += 1) sum += power[bin] ?? 0;
    return 10 * Math.log10(sum / (end - first) + 1e-6);
  });
}
