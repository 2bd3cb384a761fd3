import type { FrameMessage } from './analyser-messages.ts';
import { Downsampler } from './downsample.ts';
import { FRAME_SAMPLES } from './frame.ts';

/** Globals of the audio thread, which TypeScript's DOM library leaves out. */
declare const sampleRate: number;
declare const currentTime: number;
declare const registerProcessor: (name: string, processor: new () => object) => void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

/**
 * Cuts one track into frames of 8 kHz and sends them to the worker, not through the page's thread.
 */
class AnalyserProcessor extends AudioWorkletProcessor {
  readonly #downsampler = new Downsampler(sampleRate);
  #frame = new Float32Array(FRAME_SAMPLES);
  #filled = 0;
  #worker: MessagePort | null = null;
  #listening = true;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<MessagePort | 'stop'>) => {
      if (data === 'stop') this.#listening = false;
      else this.#worker = data;
    };
  }

  process(inputs: readonly (readonly Float32Array[])[]): boolean {
    // A track without packets may have no channel: it counts as silence.
    const block = inputs[0]?.[0] ?? new Float32Array(128);
    for (const sample of this.#downsampler.push(block)) {
      this.#frame[this.#filled] = sample;
      this.#filled += 1;
      if (this.#filled === FRAME_SAMPLES) this.#send();
    }
    return this.#listening;
  }

  #send(): void {
    const message: FrameMessage = { frame: this.#frame, audioTime: currentTime };
    this.#worker?.postMessage(message, [this.#frame.buffer]);
    this.#frame = new Float32Array(FRAME_SAMPLES);
    this.#filled = 0;
  }
}

registerProcessor('line-analyser', AnalyserProcessor);
