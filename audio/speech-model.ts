import { FRAME_SAMPLES } from './frame.ts';
import { powerSpectrum } from './power-spectrum.ts';
import { SpeechKernel } from './speech-kernel.ts';
import { HIDDEN, SPECTRUM_BINS } from './speech-layers.ts';

/**
 * Silero needs the end of the previous frame: without it its AUC on G.711 falls from .99 to .94.
 */
const CONTEXT_SAMPLES = 32;
/** The end of the sound is mirrored to complete the last spectrum. */
const MIRRORED_SAMPLES = 32;
const SPECTRUM_SAMPLES = 128;
const HOP_SAMPLES = 64;
const SPECTRA = 4;

/** State of the model for one side of a call. Changed by every frame. */
export interface SpeechMemory {
  readonly context: Float32Array;
  /** Last output of the LSTM, and its cells. */
  readonly hidden: Float32Array;
  readonly cells: Float32Array;
}

export interface SpeechModel {
  blank(): SpeechMemory;
  /** Probability, 0…1, that a frame of FRAME_SAMPLES at SAMPLE_RATE is speech. */
  judge(memory: SpeechMemory, frame: Float32Array): number;
}

/**
 * Silero VAD v5 (MIT), computed layer by layer. A general runtime spends two thirds of its time
 * between the layers and has 14 MB (docs/decisions/line-listening.md); the results are equal to six
 * digits.
 *
 * @param weights from tools/speech-weights.ts, @param kernel from tools/dense-kernel.ts.
 */
export async function loadSpeechModel(weights: BufferSource, kernel: BufferSource): Promise<SpeechModel> {
  const { instance } = await WebAssembly.instantiate(kernel);
  return speechModel(new SpeechKernel(weights, instance));
}

function speechModel(kernel: SpeechKernel): SpeechModel {
  const sound = new Float32Array(CONTEXT_SAMPLES + FRAME_SAMPLES + MIRRORED_SAMPLES);
  const spectra = kernel.reserve(SPECTRA * SPECTRUM_BINS);
  const first = kernel.reserve(SPECTRA * 128);
  const second = kernel.reserve(2 * 64);
  const third = kernel.reserve(64);
  const fresh = kernel.reserve(HIDDEN);
  const last = kernel.reserve(HIDDEN);
  const gates = kernel.reserve(4 * HIDDEN);

  function readSpectra(): void {
    for (let k = 0; k < SPECTRA; k += 1) {
      const power = powerSpectrum(sound.subarray(k * HOP_SAMPLES, k * HOP_SAMPLES + SPECTRUM_SAMPLES));
      for (let bin = 0; bin < SPECTRUM_BINS; bin += 1) {
        spectra.values[k * SPECTRUM_BINS + bin] = Math.sqrt(power[bin] ?? 0);
      }
    }
  }

  /**
   * Four spectra, then two, then one. Each layer reads its neighbours; beyond the ends is padding.
   */
  function encode(): void {
    kernel.run('first', spectra.at, first.at, 0, SPECTRUM_BINS);
    kernel.run('first', spectra.at, first.at + 128, 0);
    kernel.run('first', spectra.at + SPECTRUM_BINS, first.at + 256, 0);
    kernel.run('first', spectra.at + 2 * SPECTRUM_BINS, first.at + 384, 0, 0, SPECTRUM_BINS);
    kernel.run('second', first.at, second.at, 0, 128);
    kernel.run('second', first.at + 128, second.at + 64, 0);
    kernel.run('third', second.at, third.at, 0);
    kernel.run('fourth', third.at, fresh.at, 0);
  }

  function remember({ hidden, cells }: SpeechMemory): number {
    last.values.set(hidden);
    kernel.run('memory', fresh.at, gates.at, Number.NEGATIVE_INFINITY);
    const gate = (kind: number, i: number) => gates.values[kind * HIDDEN + i] ?? 0;
    let answer = kernel.readOut[HIDDEN] ?? 0;
    for (let i = 0; i < HIDDEN; i += 1) {
      const kept = sigmoid(gate(1, i)) * (cells[i] ?? 0);
      const cell = kept + sigmoid(gate(0, i)) * Math.tanh(gate(2, i));
      const said = sigmoid(gate(3, i)) * Math.tanh(cell);
      cells[i] = cell;
      hidden[i] = said;
      answer += Math.max(0, said) * (kernel.readOut[i] ?? 0);
    }
    return sigmoid(answer);
  }

  return {
    blank: () => ({
      context: new Float32Array(CONTEXT_SAMPLES),
      hidden: new Float32Array(HIDDEN),
      cells: new Float32Array(HIDDEN),
    }),
    judge: (memory, frame) => {
      sound.set(memory.context);
      sound.set(frame, CONTEXT_SAMPLES);
      const end = CONTEXT_SAMPLES + FRAME_SAMPLES;
      for (let i = 0; i < MIRRORED_SAMPLES; i += 1) sound[end + i] = sound[end - 2 - i] ?? 0;
      memory.context.set(frame.subarray(FRAME_SAMPLES - CONTEXT_SAMPLES));
      readSpectra();
      encode();
      return remember(memory);
    },
  };
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
