/** Addresses of the files that the ear loads by itself. */
export interface AnalyserAssets {
  readonly worklet: string;
  readonly worker: string;
  readonly weights: string;
  readonly kernel: string;
}

/** Where the build puts them (tools/analyser-assets.ts), from the root of the extension. */
export const ANALYSER_FILES: AnalyserAssets = {
  worklet: '/line-analyser/worklet.js',
  worker: '/line-analyser/worker.js',
  weights: '/line-analyser/silero-vad-v5-8khz.bin',
  kernel: '/line-analyser/dense.wasm',
};
