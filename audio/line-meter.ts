import type { AnalysedFrame } from './frame.ts';
import { SILENCE_DBFS } from './frame-level.ts';

/** For the little meter in the panel: shown, never journaled. Null: this side is not listened to. */
export interface LineMeter {
  readonly remote: SideMeter;
  readonly agent: SideMeter | null;
}

export interface SideMeter {
  /** Falls slowly, as meters do. */
  readonly dbfs: number;
  /** 0…1, that this side speaks now. */
  readonly speech: number;
}

/** How much the needle falls, dB a frame: some 30 dB a second. */
const FALL_DB = 1;

export const RESTING_METER: LineMeter = { remote: { dbfs: SILENCE_DBFS, speech: 0 }, agent: null };

export function foldMeter(before: LineMeter, { side, dbfs, speech }: AnalysedFrame): LineMeter {
  const needle = Math.max(dbfs, (before[side]?.dbfs ?? SILENCE_DBFS) - FALL_DB);
  return { ...before, [side]: { dbfs: needle, speech } };
}
