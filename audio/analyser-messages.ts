import type { Side } from '../calls/vocabulary/side.ts';
import type { JudgedFrame } from './voice.ts';

/** Worklet to worker. */
export interface FrameMessage {
  readonly frame: Float32Array;
  /** The audio context's clock at the frame's end, s. */
  readonly audioTime: number;
}

/**
 * Page to worker. The frames of a side come through the port that is transferred with `analyse`.
 */
export type WorkerRequest =
  | { readonly ask: 'load'; readonly weights: string; readonly kernel: string }
  | { readonly ask: 'analyse'; readonly side: Side };

/** Worker to page. */
export type WorkerAnswer =
  | { readonly answer: 'failed'; readonly why: string }
  | {
      readonly answer: 'judged';
      readonly side: Side;
      readonly audioTime: number;
      readonly judged: JudgedFrame;
    };
