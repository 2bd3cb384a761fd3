import type { Instant } from '../calls/call-event.ts';
import type { AnalysedFrame } from './frame.ts';
import { foldLasting, type Lasting, NOT_SO } from './lasting.ts';

/** Thresholds of the speech probability at which a side begins and stops to speak. */
const SPEAKS_FROM = 0.6;
const SILENT_BELOW = 0.35;
/**
 * A click or a cough is shorter, 嗯 is longer. Pauses between words are shorter than the release.
 */
const PATIENCE = { afterMs: 160, releaseMs: 800 };
/** The confidence is a mean over about 300 ms. */
const FOLLOWS = 0.1;

/** What one side is doing, and since when. */
export interface TalkTurn {
  readonly doing: 'unknown' | 'speaking' | 'silent';
  readonly since: Instant;
  readonly speech: Lasting;
  /** Mean probability of speech over the last frames. */
  readonly mean: number;
}

export interface TurnChange {
  readonly to: 'speaking' | 'silent';
  readonly at: Instant;
  readonly confidence: number;
}

/** A side of which nothing is known yet; a silence would begin at `at`. */
export function talkTurnFrom(at: Instant): TalkTurn {
  return { doing: 'unknown', since: at, speech: NOT_SO, mean: 0 };
}

/** Folds one frame. A change is reported after it has lasted, with the time at which it began. */
export function foldTalkTurn(
  before: TalkTurn,
  { at, speech: now }: AnalysedFrame,
): { readonly turn: TalkTurn; readonly change: TurnChange | null } {
  const holds = now >= (before.speech.reported ? SILENT_BELOW : SPEAKS_FROM);
  const { state: speech, change } = foldLasting(before.speech, holds, at, PATIENCE);
  const mean = before.mean + FOLLOWS * (now - before.mean);
  const turn = { ...before, speech, mean };
  if (change !== null) {
    return change.what === 'began'
      ? changed(turn, 'speaking', change.at)
      : changed(turn, 'silent', change.at);
  }
  const quietSoFar = before.doing === 'unknown' && !speech.reported && speech.since === null;
  if (quietSoFar && at - before.since >= PATIENCE.releaseMs) return changed(turn, 'silent', before.since);
  return { turn, change: null };
}

function changed(turn: TalkTurn, to: TurnChange['to'], at: Instant) {
  const confidence = to === 'speaking' ? Math.max(SPEAKS_FROM, turn.mean) : 1 - turn.mean;
  return { turn: { ...turn, doing: to, since: at }, change: { to, at, confidence } };
}
