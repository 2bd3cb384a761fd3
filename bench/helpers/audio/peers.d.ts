/** Emscripten modules without types of their own: only what the bench calls. */
declare module '@echogarden/rnnoise-wasm' {
  interface Rnnoise {
    readonly HEAPF32: Float32Array;
    _malloc(bytes: number): number;
    _rnnoise_create(model: number): number;
    _rnnoise_process_frame(state: number, to: number, from: number): number;
    _rnnoise_destroy(state: number): void;
  }
  const make: () => Promise<Rnnoise>;

  export = make;
}
declare module '@echogarden/fvad-wasm' {
  interface Fvad {
    readonly HEAP16: Int16Array;
    _malloc(bytes: number): number;
    _fvad_new(): number;
    _fvad_free(state: number): void;
    _fvad_set_mode(state: number, mode: number): number;
    _fvad_set_sample_rate(state: number, hertz: number): number;
    _fvad_process(state: number, frame: number, samples: number): number;
  }
  const make: () => Promise<Fvad>;

  export = make;
}
