import type { AnalysedFrame } from './frame.ts';
import { SILENCE_DBFS } from './frame-level.ts';

/** Levels for the meter in the panel; never journaled. Null: this side is not analysed. */
export interface LineMeter {
  readonly remote: SideMeter;
  readonly agent: SideMeter | null;
}

export interface SideMeter {
  /** Falls slowly, as the needle of a meter. */
  readonly dbfs: number;
  /** 0…1, probability that this side speaks now. */
  readonly speech: number;
}

/** Fall of the needle, dB a frame: about 30 dB a second. */
const FALL_DB = 1;

export const RESTING_METER: LineMeter = { remote: { dbfs: SILENCE_DBFS, speech: 0 }, agent: null };

export function foldMeter(before: LineMeter, { side, dbfs, speech }: AnalysedFrame): LineMeter {
  const needle = Math.max(dbfs, (before[side]?.dbfs ?? SILENCE_DBFS) - FALL_DB);
  return { ...before, [side]: { dbfs: needle, speech } };
}
