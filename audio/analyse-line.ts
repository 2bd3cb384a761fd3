import type { Instant } from '../calls/call-event.ts';
import type { LineEvent } from '../calls/line-event.ts';
import type { AnalyserInput } from './analyser-input.ts';
import type { AnalyserState } from './analyser-state.ts';
import type { AnalysedFrame } from './frame.ts';
import { foldLevels, NO_LEVELS } from './levels.ts';
import { foldPackets, type LineStats, packetsFrom } from './line-stats.ts';
import type { LineThresholds } from './line-thresholds.ts';
import { situationAt } from './situation.ts';
import { foldTalkTurn, talkTurnFrom } from './talk-turn.ts';
import { judgeLine } from './verdict.ts';
import { watchConditions } from './watch-conditions.ts';

export interface Analysed {
  readonly state: AnalyserState;
  readonly events: readonly LineEvent[];
}

/** Folds one input. Pure: the same inputs give the same events at the same times. */
export function analyseLine(
  before: AnalyserState,
  input: AnalyserInput,
  thresholds: LineThresholds,
): Analysed {
  switch (input.input) {
    case 'frame':
      return before.callStatus.held
        ? { state: before, events: [] }
        : judged(analyseFrame(before, input.frame, thresholds), input.frame.at, thresholds);
    case 'stats':
      return judged(analyseStats(before, input.at, input.stats, thresholds), input.at, thresholds);
    case 'call-status':
      return judged(applyCallStatus(before, input), input.at, thresholds);
  }
}

function analyseFrame(before: AnalyserState, frame: AnalysedFrame, thresholds: LineThresholds): Analysed {
  const { side, at } = frame;
  const turnBefore = before[side] ?? talkTurnFrom(at);
  const { turn, change } = foldTalkTurn(turnBefore, frame);
  const state: AnalyserState =
    side === 'remote'
      ? { ...before, remote: turn, levels: foldLevels(before.levels, frame) }
      : { ...before, agent: turn };
  const turnEvents: LineEvent[] =
    change === null
      ? []
      : [
          {
            type: change.to === 'speaking' ? 'speech-began' : 'silence-began',
            ...{ call: before.call, side, at: change.at, confidence: change.confidence },
          },
        ];
  const watched = watchConditions(state, at, thresholds);
  return { state: watched.state, events: [...turnEvents, ...watched.events] };
}

function analyseStats(
  before: AnalyserState,
  at: Instant,
  stats: LineStats,
  thresholds: LineThresholds,
): Analysed {
  const packets = before.callStatus.held
    ? { ...packetsFrom(at), readings: [{ at, stats }] }
    : foldPackets(before.packets, at, stats);
  const stopped = !before.callStatus.held && at - packets.lastPacketAt >= thresholds.noPacketsSeconds * 1000;
  const common = { call: before.call, confidence: 1 };
  const events: LineEvent[] =
    stopped === before.mediaStopped
      ? []
      : [
          stopped
            ? { type: 'media-stopped', ...common, at: packets.lastPacketAt }
            : { type: 'media-resumed', ...common, at },
        ];
  const watched = watchConditions({ ...before, packets, mediaStopped: stopped }, at, thresholds);
  return { state: watched.state, events: [...events, ...watched.events] };
}

/** After a hold both sides start again: during the hold there was music or silence. */
function applyCallStatus(
  before: AnalyserState,
  { at, callStatus }: AnalyserInput & { input: 'call-status' },
): Analysed {
  if (callStatus.held === before.callStatus.held) return { state: { ...before, callStatus }, events: [] };
  const anew = {
    remote: before.remote === null ? null : talkTurnFrom(at),
    agent: before.agent === null ? null : talkTurnFrom(at),
    levels: NO_LEVELS,
    packets: { ...packetsFrom(at), readings: before.packets.readings.slice(-1) },
    mediaStopped: false,
  };
  return { state: { ...before, ...anew, callStatus }, events: [] };
}

function judged(
  { state: analysed, events }: Analysed,
  inputAt: Instant,
  thresholds: LineThresholds,
): Analysed {
  const at = Math.max(analysed.judgedUpTo, inputAt);
  const state = { ...analysed, judgedUpTo: at };
  const verdict = judgeLine(situationAt(state, at), thresholds);
  if (verdict.finding === state.finding) return { state, events };
  const { confidence } = verdict;
  return {
    state: { ...state, finding: verdict.finding },
    events: [...events, { type: 'line-judged', call: state.call, at, confidence, verdict }],
  };
}
