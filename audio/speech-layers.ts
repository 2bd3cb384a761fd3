/** Outputs of a layer that lie side by side in the file of weights, as dense.wat takes them. */
export const SIDE_BY_SIDE = 16;

/** One layer: `inputs` values in, `outputs` out. */
export interface SpeechLayer {
  readonly inputs: number;
  readonly outputs: number;
}

/** Frequencies of a 128-sample spectrum. */
export const SPECTRUM_BINS = 65;
export const HIDDEN = 128;

/**
 * Silero VAD v5 at 8 kHz, as far as a frame of 256 samples uses it. Convolutions see three neighbours; where padding is
 * all that a neighbour could be, it is left out. In the file they follow each other: weights, then biases.
 */
export const SPEECH_LAYERS = {
  /** Three spectra, one frame each. */
  first: { inputs: 3 * SPECTRUM_BINS, outputs: 128 },
  second: { inputs: 3 * 128, outputs: 64 },
  /** Its two inputs; the third neighbour is padding. */
  third: { inputs: 2 * 64, outputs: 64 },
  /** One input; both neighbours are padding. */
  fourth: { inputs: 64, outputs: HIDDEN },
  /** A long short-term memory: gates in, forget, cell, out, of what is new and of what it said last. */
  memory: { inputs: 2 * HIDDEN, outputs: 4 * HIDDEN },
} as const satisfies Readonly<Record<string, SpeechLayer>>;

/** Then the read-out: a weight for each hidden value, and its bias. */
export const READ_OUT = HIDDEN + 1;

export type SpeechLayerName = keyof typeof SPEECH_LAYERS;

export const SPEECH_LAYER_NAMES = [
  'first',
  'second',
  'third',
  'fourth',
  'memory',
] as const satisfies readonly SpeechLayerName[];

/** Floats that a layer takes in the file. */
export function sizeOf({ inputs, outputs }: SpeechLayer): number {
  return inputs * outputs + outputs;
}
