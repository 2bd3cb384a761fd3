import { loadSpeechModel, type SpeechModel } from '../../../audio/speech-model.ts';
import { denseKernel } from '../../../tools/dense-kernel.ts';
import { speechWeights } from '../../../tools/speech-weights.ts';

/** The shipped model in Node. */
export async function openSpeechModel(): Promise<SpeechModel> {
  const [weights, kernel] = await Promise.all([speechWeights(), denseKernel()]);
  return await loadSpeechModel(weights, kernel);
}
