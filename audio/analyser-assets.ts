/** URLs of the files that the line analyser loads. */
export interface AnalyserAssets {
  readonly worklet: string;
  readonly worker: string;
  readonly weights: string;
  readonly kernel: string;
}

/** Their paths in the built extension (tools/analyser-assets.ts). */
export const ANALYSER_FILES: AnalyserAssets = {
  worklet: '/line-analyser/worklet.js',
  worker: '/line-analyser/worker.js',
  weights: '/line-analyser/silero-vad-v5-8khz.bin',
  kernel: '/line-analyser/dense.wasm',
};
