import { type BandNoiseFloors, foldBandRise, NO_NOISE_FLOORS } from './band-rise.ts';
import { type FrameMeasure, measureFrame } from './frame-level.ts';
import type { SpeechMemory, SpeechModel } from './speech-model.ts';
import { FRAMES_AHEAD, foldSpeechScore, type ScoreWindow } from './speech-score.ts';

/** The model is not run below this: A-law's smallest step, an idle line, is −66 dBFS. */
const ASK_FROM_DBFS = -62;

/** The frame of MODEL_DELAY_MS ago, measured and judged. */
export interface JudgedFrame {
  readonly dbfs: number;
  readonly clippedShare: number;
  readonly speech: number;
}

/** Judges one side of one call, frame by frame, in order. */
export class Voice {
  readonly #model: SpeechModel;
  readonly #memory: SpeechMemory;
  #noiseFloors: BandNoiseFloors = NO_NOISE_FLOORS;
  #window: ScoreWindow = [];
  #measured: readonly FrameMeasure[] = [];

  constructor(model: SpeechModel) {
    this.#model = model;
    this.#memory = model.blank();
  }

  /** Adds the newest frame and gives the one that can be judged now; null for the first ones. */
  judge(frame: Float32Array): JudgedFrame | null {
    const measure = measureFrame(frame);
    this.#measured = [...this.#measured.slice(-FRAMES_AHEAD), measure];
    const { state: noiseFloors, riseDb } = foldBandRise(this.#noiseFloors, frame);
    this.#noiseFloors = noiseFloors;
    const probability = measure.dbfs < ASK_FROM_DBFS ? 0 : this.#model.judge(this.#memory, frame);
    const { state: window, speech } = foldSpeechScore(this.#window, probability, riseDb);
    this.#window = window;
    const judged = this.#measured[0];
    return speech === null || judged === undefined ? null : { ...judged, speech };
  }
}
