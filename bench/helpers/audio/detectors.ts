import makeFvad from '@echogarden/fvad-wasm';
import makeRnnoise from '@echogarden/rnnoise-wasm';
import { FRAME_SAMPLES } from '../../../audio/frame.ts';
import type { SpeechModel } from '../../../audio/speech-model.ts';
import { FRAMES_AHEAD } from '../../../audio/speech-score.ts';
import { Voice } from '../../../audio/voice.ts';
import { type FrameJudge, openOnnxSilero } from './onnx-silero.ts';
import { openSpeechModel } from './open-speech-model.ts';
import { soxUpsample } from './run-sox.ts';

/** One score for each frame of 32 ms: the higher, the likelier speech. */
export interface Detector {
  readonly name: string;
  readonly scores: (sound: Float32Array) => Promise<Float32Array>;
}

/** Ours and its peers, which get our smoothing, so that the window alone is no advantage. */
export async function openDetectors(): Promise<Detector[]> {
  const [model, newOnnxVoice] = await Promise.all([openSpeechModel(), openOnnxSilero()]);
  return [
    { name: 'ours', scores: async (sound) => ourScores(model, sound) },
    { name: 'Silero v5', scores: async (sound) => smooth(await sileroScores(newOnnxVoice(), sound)) },
    { name: 'RNNoise', scores: await rnnoise() },
    { name: 'WebRTC VAD', scores: await webrtcVad() },
  ];
}

function ourScores(model: SpeechModel, sound: Float32Array): Float32Array {
  const voice = new Voice(model);
  const scores = new Float32Array(Math.floor(sound.length / FRAME_SAMPLES));
  for (let k = 0; k < scores.length + FRAMES_AHEAD; k += 1) {
    const judged = voice.judge(frameOf(sound, k));
    if (judged !== null) scores[k - FRAMES_AHEAD] = judged.speech;
  }
  return scores;
}

async function sileroScores(judge: FrameJudge, sound: Float32Array): Promise<Float32Array> {
  const scores = new Float32Array(Math.floor(sound.length / FRAME_SAMPLES));
  for (let k = 0; k < scores.length; k += 1) scores[k] = await judge(frameOf(sound, k));
  return scores;
}

/** The last frame of a clip is filled up with nothing. */
function frameOf(sound: Float32Array, k: number): Float32Array {
  const frame = new Float32Array(FRAME_SAMPLES);
  frame.set(sound.subarray(k * FRAME_SAMPLES, (k + 1) * FRAME_SAMPLES));
  return frame;
}

/** RNNoise: 48 kHz, 10 ms frames of 16-bit samples; returns a probability of speech. */
async function rnnoise(): Promise<Detector['scores']> {
  const wasm = await makeRnnoise();
  const place = wasm._malloc(480 * 4);
  return async (sound) => {
    const state = wasm._rnnoise_create(0);
    const wide = soxUpsample(sound, 48_000);
    const perFrame = new Float32Array(Math.floor(wide.length / 480));
    for (let k = 0; k < perFrame.length; k += 1) {
      for (let i = 0; i < 480; i += 1) wasm.HEAPF32[place / 4 + i] = (wide[k * 480 + i] ?? 0) * 32_768;
      perFrame[k] = wasm._rnnoise_process_frame(state, place, place);
    }
    wasm._rnnoise_destroy(state);
    return smooth(toFrames(perFrame, sound.length));
  };
}

/** libfvad in its strictest mode: the others take still more noise for speech. */
async function webrtcVad(): Promise<Detector['scores']> {
  const wasm = await makeFvad();
  const place = wasm._malloc(80 * 2);
  return async (sound) => {
    const state = wasm._fvad_new();
    wasm._fvad_set_mode(state, 3);
    wasm._fvad_set_sample_rate(state, 8000);
    const perFrame = new Float32Array(Math.floor(sound.length / 80));
    for (let k = 0; k < perFrame.length; k += 1) {
      for (let i = 0; i < 80; i += 1) wasm.HEAP16[place / 2 + i] = (sound[k * 80 + i] ?? 0) * 32_767;
      perFrame[k] = wasm._fvad_process(state, place, 80);
    }
    wasm._fvad_free(state);
    return smooth(toFrames(perFrame, sound.length));
  };
}

/** Scores of 10 ms each as scores of 32 ms each. */
function toFrames(perFrame: Float32Array, samples: number): Float32Array {
  return new Float32Array(Math.floor(samples / FRAME_SAMPLES)).map((_, k) =>
    mean(perFrame, Math.floor(k * 3.2), Math.ceil((k + 1) * 3.2)),
  );
}

function smooth(scores: Float32Array): Float32Array {
  return scores.map((_, k) => mean(scores, k - 4, k + FRAMES_AHEAD + 1));
}

function mean(values: Float32Array, from: number, to: number): number {
  const part = values.subarray(Math.max(0, from), Math.min(values.length, to));
  return part.reduce((sum, value) => sum + value, 0) / Math.max(1, part.length);
}
