import { expect, test } from 'vitest';
import { FRAME_SAMPLES } from '../../audio/frame.ts';
import { loadSpeechModel } from '../../audio/speech-model.ts';
import { openOnnxSilero } from '../../bench/helpers/audio/onnx-silero.ts';
import { openSpeechModel } from '../../bench/helpers/audio/open-speech-model.ts';
import { loadAudio } from '../../practice/load-audio.ts';
import { decodeMulaw } from '../../practice/media/mulaw.ts';
import { denseKernel } from '../../tools/dense-kernel.ts';

const SOUNDS = ['delivery-question', 'babble', 'mains-hum', 'abuse'];

test('the results equal those of the ONNX runtime, for every kind of sound', {
  timeout: 120_000,
}, async () => {
  const [ours, newVoice] = await Promise.all([openSpeechModel(), openOnnxSilero()]);
  const memory = ours.blank();
  const theirs = newVoice();
  const differences: number[] = [];
  let surest = 0;
  for (const frame of SOUNDS.flatMap(framesOf)) {
    const probability = ours.judge(memory, frame);
    surest = Math.max(surest, probability);
    differences.push(Math.abs(probability - (await theirs(frame))));
  }
  expect(differences.length).toBeGreaterThan(300);
  expect(Math.max(...differences)).toBeLessThan(1e-4);
  expect(surest).toBeGreaterThan(0.95);
});

test('the states of two voices are independent', async () => {
  const model = await openSpeechModel();
  const frames = framesOf('delivery-question');
  const alone = model.blank();
  const expected = frames.map((frame) => model.judge(alone, frame));
  const [one, other] = [model.blank(), model.blank()];
  const between = frames.map((frame) => {
    model.judge(other, new Float32Array(FRAME_SAMPLES).fill(0.3));
    return model.judge(one, frame);
  });
  expect(between).toEqual(expected);
});

test('other weights are refused', async () => {
  await expect(loadSpeechModel(new Float32Array(1000), await denseKernel())).rejects.toThrow(/weights/);
});

function framesOf(name: string): Float32Array[] {
  const samples = Float32Array.from(loadAudio(name), (byte) => decodeMulaw(byte) / 32_768);
  return Array.from({ length: Math.floor(samples.length / FRAME_SAMPLES) }, (_, k) =>
    samples.subarray(k * FRAME_SAMPLES, (k + 1) * FRAME_SAMPLES),
  );
}
