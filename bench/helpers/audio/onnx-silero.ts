import { readFile } from 'node:fs/promises';
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { SAMPLE_RATE } from '../../../audio/frame.ts';

const MODEL_FILE = 'node_modules/@ricky0123/vad-web/dist/silero_vad_v5.onnx';
const CONTEXT_SAMPLES = 32;

/** Judges the frames of one voice in order: the probability that each is speech. */
export type FrameJudge = (frame: Float32Array) => Promise<number>;

/** Silero v5 as its authors ship it, in single-threaded ONNX Runtime WebAssembly. */
export async function openOnnxSilero(): Promise<() => FrameJudge> {
  env.wasm.numThreads = 1;
  const model = new Uint8Array(await readFile(MODEL_FILE));
  const session = await InferenceSession.create(model, { executionProviders: ['wasm'] });
  const sr = new Tensor('int64', BigInt64Array.of(BigInt(SAMPLE_RATE)), []);
  return () => {
    let state: Tensor = new Tensor('float32', new Float32Array(256), [2, 1, 128]);
    let context = new Float32Array(CONTEXT_SAMPLES);
    return async (frame) => {
      const sound = new Float32Array(CONTEXT_SAMPLES + frame.length);
      sound.set(context);
      sound.set(frame, CONTEXT_SAMPLES);
      context = frame.slice(-CONTEXT_SAMPLES);
      const input = new Tensor('float32', sound, [1, sound.length]);
      const { output, stateN } = await session.run({ input, state, sr });
      if (output === undefined || stateN === undefined) throw new Error('This is not the speech model.');
      state = stateN;
      return Number(output.data[0]);
    };
  };
}
