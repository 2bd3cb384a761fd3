import type { LineEvidence, LineFinding, LineVerdict } from '../calls/line-verdict.ts';
import type { LineThresholds } from './line-thresholds.ts';

/** The line at one moment. Spans in ms; 0: does not hold now. */
export interface LineSituation {
  readonly held: boolean;
  readonly talkingMuted: boolean;
  readonly losingPackets: boolean;
  readonly noisyMs: number;
  readonly faintMs: number;
  /** Neither side has spoken. */
  readonly bothSilentMs: number;
  readonly evidence: LineEvidence;
}

/**
 * The finding that explains most. One that makes others meaningless comes first: a line without
 * packets is silent too, and one that loses packets crackles.
 */
export function judgeLine(line: LineSituation, thresholds: LineThresholds): LineVerdict {
  const finding = findingOf(line, thresholds);
  return { finding, confidence: confidenceOf(finding, line, thresholds), evidence: line.evidence };
}

function findingOf(line: LineSituation, thresholds: LineThresholds): LineFinding {
  if (line.held) return 'on-hold';
  if (line.evidence.noPacketsMs >= thresholds.noPacketsSeconds * 1000) return 'no-media';
  if (line.talkingMuted) return 'agent-muted';
  if (line.losingPackets) return 'packets-lost';
  if (line.noisyMs >= thresholds.noiseSeconds * 1000) return 'noisy';
  if (line.faintMs >= thresholds.quietSeconds * 1000) return 'faint';
  if (line.bothSilentMs >= thresholds.silenceSeconds * 1000) {
    return line.noisyMs > 0 ? 'noisy' : 'nobody-speaks';
  }
  return 'clear';
}

function confidenceOf(finding: LineFinding, { evidence }: LineSituation, thresholds: LineThresholds): number {
  switch (finding) {
    case 'on-hold':
    case 'no-media':
      return 1;
    case 'packets-lost':
      return sureness((evidence.lossShare ?? 0) / thresholds.lossShare - 1, 2);
    case 'noisy':
      return noiseSureness(evidence, thresholds);
    case 'faint':
      return sureness(thresholds.faintDbfs - (evidence.speechDbfs ?? thresholds.faintDbfs), 8);
    case 'agent-muted':
    case 'nobody-speaks':
    case 'clear':
      return 0.9;
  }
}

/** Confidence that the noise is too loud. */
export function noiseSureness({ speechDbfs, noiseDbfs }: LineEvidence, thresholds: LineThresholds): number {
  if (noiseDbfs === null) return 0.5;
  return speechDbfs === null
    ? sureness(noiseDbfs - thresholds.noisyDbfs, 10)
    : sureness(thresholds.noisySnrDb - (speechDbfs - noiseDbfs), 10);
}

/** 0.5 at the threshold, 1 if it is exceeded by `sure`. */
export function sureness(beyond: number, sure: number): number {
  return 0.5 + 0.5 * Math.max(0, Math.min(1, beyond / sure));
}
