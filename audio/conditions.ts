import type { LineEvidence } from '../calls/line-verdict.ts';
import type { Lasting, Patience } from './lasting.ts';
import type { Levels } from './levels.ts';
import type { LineThresholds } from './line-thresholds.ts';

/** What is watched besides speech and silence of the two sides. */
export type Condition =
  | 'noise'
  | 'quiet-voice'
  | 'clipping'
  | 'talking-muted'
  | 'dead-air'
  | 'both-talking'
  | 'packet-loss';

/**
 * Short spans: the rules decide how long a condition must last for a script. Dead air has its own
 * threshold.
 */
export const PATIENCE: Readonly<Record<Exclude<Condition, 'dead-air'>, Patience>> = {
  noise: { afterMs: 2_000, releaseMs: 2_000 },
  'quiet-voice': { afterMs: 500, releaseMs: 1_500 },
  clipping: { afterMs: 1_000, releaseMs: 2_000 },
  'talking-muted': { afterMs: 700, releaseMs: 1_500 },
  'both-talking': { afterMs: 700, releaseMs: 500 },
  'packet-loss': { afterMs: 0, releaseMs: 3_000 },
};

const CLIPPED_SHARE = 0.2;
/** Hysteresis: a condition ends only this far beyond its threshold, dB. */
const BACKLASH_DB = 3;
/** Noise below this level covers no voice. */
const INAUDIBLE_DBFS = -52;

/**
 * Noise that covers the voice. If there is no voice to compare it with, it counts only while the
 * agent is not talking: a caller in a loud place who listens to the greeting may speak louder.
 */
export function isNoisy(
  levels: Levels,
  reported: Lasting['reported'],
  agentSpeaks: boolean,
  thresholds: LineThresholds,
): boolean {
  const { noiseDbfs, speechDbfs } = levels;
  const backlash = reported ? BACKLASH_DB : 0;
  if (noiseDbfs === null || noiseDbfs < INAUDIBLE_DBFS) return false;
  if (speechDbfs !== null) return speechDbfs - noiseDbfs < thresholds.noisySnrDb + backlash;
  return (reported || !agentSpeaks) && noiseDbfs >= thresholds.noisyDbfs - backlash;
}

export function isFaint(
  { speechDbfs }: Levels,
  reported: Lasting['reported'],
  thresholds: LineThresholds,
): boolean {
  return speechDbfs !== null && speechDbfs < thresholds.faintDbfs + (reported ? BACKLASH_DB : 0);
}

export function isClipped({ clippedShare }: Levels): boolean {
  return clippedShare > CLIPPED_SHARE;
}

export function losesPackets(
  { lossShare }: Pick<LineEvidence, 'lossShare'>,
  thresholds: LineThresholds,
): boolean {
  return lossShare !== null && lossShare >= thresholds.lossShare;
}
