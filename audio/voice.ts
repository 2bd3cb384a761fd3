import { type BandNoiseFloors, foldBandRise, NO_NOISE_FLOORS } from './band-rise.ts';
import { type FrameMeasure, measureFrame } from './frame-level.ts';
import type { SpeechMemory, SpeechModel } from './speech-model.ts';
import { FRAMES_AHEAD, foldSpeechScore, type ScoreWindow } from './speech-score.ts';

/** Below this nobody can be followed, and the model need not be asked: A-law's smallest step is −66 dBFS, an idle line lies there. */
const ASK_FROM_DBFS = -62;

/** A frame of MODEL_DELAY_MS ago, measured and judged. */
export interface JudgedFrame {
  readonly dbfs: number;
  readonly clippedShare: number;
  readonly speech: number;
}

/** Listens to one side of one call, frame by frame, in order. */
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

  /** Takes the newest frame; answers for the one that can be judged now, or null at the very start. */
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
