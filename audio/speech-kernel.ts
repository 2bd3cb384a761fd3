import {
  READ_OUT,
  SIDE_BY_SIDE,
  SPEECH_LAYER_NAMES,
  SPEECH_LAYERS,
  type SpeechLayerName,
  sizeOf,
} from './speech-layers.ts';

const FLOAT = 4;

type Dense = (
  weights: number,
  round: number,
  bias: number,
  input: number,
  n: number,
  out: number,
  outputs: number,
  least: number,
) => void;

/**
 * Weights and buffers in one memory, and the kernel (dense.wat). Positions are counted in floats.
 */
export class SpeechKernel {
  readonly values: Float32Array;
  readonly readOut: Float32Array;
  readonly #dense: Dense;
  readonly #places = new Map<SpeechLayerName, number>();
  #free = 0;

  /** Throws for bytes that tools/speech-weights.ts has not written. */
  constructor(weights: BufferSource, { exports }: WebAssembly.Instance) {
    const { memory, dense } = exports;
    if (!(memory instanceof WebAssembly.Memory) || typeof dense !== 'function')
      throw new Error('This is not the kernel.');
    this.#dense = dense as Dense;
    this.values = new Float32Array(memory.buffer);
    const bytes = ArrayBuffer.isView(weights) ? weights : new Uint8Array(weights);
    new Uint8Array(memory.buffer).set(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    for (const name of SPEECH_LAYER_NAMES)
      this.#places.set(name, this.reserve(sizeOf(SPEECH_LAYERS[name])).at);
    this.readOut = this.reserve(READ_OUT).values;
    if (FLOAT * this.#free !== weights.byteLength)
      throw new Error('These are not the weights of the speech model.');
    // The kernel loads 16 bytes at a time, which is fastest when they are aligned.
    this.#free += -this.#free & 3;
  }

  /** Reserves space for values; it is never freed. */
  reserve(length: number): { readonly at: number; readonly values: Float32Array } {
    const at = this.#free;
    this.#free += length;
    return { at, values: this.values.subarray(at, at + length) };
  }

  /** @param skip padding inputs at the front, @param drop padding inputs at the end. */
  run(name: SpeechLayerName, input: number, out: number, least: number, skip = 0, drop = 0): void {
    const { inputs, outputs } = SPEECH_LAYERS[name];
    const at = this.#places.get(name) ?? 0;
    this.#dense(
      FLOAT * (at + skip * SIDE_BY_SIDE),
      FLOAT * inputs * SIDE_BY_SIDE,
      FLOAT * (at + inputs * outputs),
      FLOAT * input,
      inputs - skip - drop,
      FLOAT * out,
      outputs,
      least,
    );
  }
}
