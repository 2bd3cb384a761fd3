/** Outputs of a layer that lie side by side in the file of weights, as dense.wat reads them. */
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
 * Silero VAD v5 at 8 kHz, the part that a frame of 256 samples uses. Convolutions have three
 * neighbours; a neighbour that is always padding is left out. The file has the layers one after
 * another, weights before biases.
 */
export const SPEECH_LAYERS = {
  /** Three spectra, one frame each. */
  first: { inputs: 3 * SPECTRUM_BINS, outputs: 128 },
  second: { inputs: 3 * 128, outputs: 64 },
  /** Its two inputs; the third neighbour is padding. */
  third: { inputs: 2 * 64, outputs: 64 },
  /** One input; both neighbours are padding. */
  fourth: { inputs: 64, outputs: HIDDEN },
  /** An LSTM with gates in, forget, cell, out, over the new input and its last output. */
  memory: { inputs: 2 * HIDDEN, outputs: 4 * HIDDEN },
} as const satisfies Readonly<Record<string, SpeechLayer>>;

/** The read-out comes last: a weight for each hidden value, and a bias. */
export const READ_OUT = HIDDEN + 1;

export type SpeechLayerName = keyof typeof SPEECH_LAYERS;

export const SPEECH_LAYER_NAMES = [
  'first',
  'second',
  'third',
  'fourth',
  'memory',
] as const satisfies readonly SpeechLayerName[];

/** Number of floats of a layer in the file. */
export function sizeOf({ inputs, outputs }: SpeechLayer): number {
  return inputs * outputs + outputs;
}
