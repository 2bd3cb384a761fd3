/** Addresses of the files that the ear loads by itself. */
export interface EarAssets {
  readonly worklet: string;
  readonly worker: string;
  readonly weights: string;
  readonly kernel: string;
}

/** Where the build puts them (tools/ear-assets.ts), from the root of the extension. */
export const EAR_FILES: EarAssets = {
  worklet: '/ear/worklet.js',
  worker: '/ear/worker.js',
  weights: '/ear/silero-vad-v5-8khz.bin',
  kernel: '/ear/dense.wasm',
};
