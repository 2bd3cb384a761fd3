import type { Instant } from '../calls/call-event.ts';
import type { LineEvent } from '../calls/line-event.ts';
import type { EarInput } from './ear-input.ts';
import type { EarState } from './ear-state.ts';
import type { EarThresholds } from './ear-thresholds.ts';
import type { HeardFrame } from './frame.ts';
import { foldLevels, NO_LEVELS } from './levels.ts';
import { foldPackets, type LineStats, packetsFrom } from './line-stats.ts';
import { situationAt } from './situation.ts';
import { foldTurn, turnFrom } from './turn.ts';
import { judgeLine } from './verdict.ts';
import { watchConditions } from './watch-conditions.ts';

export interface Heard {
  readonly state: EarState;
  readonly events: readonly LineEvent[];
}

/** One input more. Pure: the same inputs give the same events at the same times. */
export function hear(before: EarState, input: EarInput, thresholds: EarThresholds): Heard {
  switch (input.input) {
    case 'frame':
      return before.standing.held
        ? { state: before, events: [] }
        : judged(hearFrame(before, input.frame, thresholds), input.frame.at, thresholds);
    case 'stats':
      return judged(hearStats(before, input.at, input.stats, thresholds), input.at, thresholds);
    case 'standing':
      return judged(stand(before, input), input.at, thresholds);
  }
}

function hearFrame(before: EarState, frame: HeardFrame, thresholds: EarThresholds): Heard {
  const { side, at } = frame;
  const turnBefore = before[side] ?? turnFrom(at);
  const { turn, change } = foldTurn(turnBefore, frame);
  const state: EarState =
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

function hearStats(before: EarState, at: Instant, stats: LineStats, thresholds: EarThresholds): Heard {
  const packets = before.standing.held
    ? { ...packetsFrom(at), readings: [{ at, stats }] }
    : foldPackets(before.packets, at, stats);
  const stopped = !before.standing.held && at - packets.lastPacketAt >= thresholds.noPacketsSeconds * 1000;
  const told = { call: before.call, confidence: 1 };
  const events: LineEvent[] =
    stopped === before.mediaStopped
      ? []
      : [
          stopped
            ? { type: 'media-stopped', ...told, at: packets.lastPacketAt }
            : { type: 'media-resumed', ...told, at },
        ];
  const watched = watchConditions({ ...before, packets, mediaStopped: stopped }, at, thresholds);
  return { state: watched.state, events: [...events, ...watched.events] };
}

/** After a hold nothing of before counts: both sides begin anew, and what was heard meanwhile was music or nothing. */
function stand(before: EarState, { at, standing }: EarInput & { input: 'standing' }): Heard {
  if (standing.held === before.standing.held) return { state: { ...before, standing }, events: [] };
  const anew = {
    remote: before.remote === null ? null : turnFrom(at),
    agent: before.agent === null ? null : turnFrom(at),
    levels: NO_LEVELS,
    packets: { ...packetsFrom(at), readings: before.packets.readings.slice(-1) },
    mediaStopped: false,
  };
  return { state: { ...before, ...anew, standing }, events: [] };
}

function judged({ state: heard, events }: Heard, heardAt: Instant, thresholds: EarThresholds): Heard {
  const at = Math.max(heard.judgedUpTo, heardAt);
  const state = { ...heard, judgedUpTo: at };
  const verdict = judgeLine(situationAt(state, at), thresholds);
  if (verdict.finding === state.finding) return { state, events };
  const { confidence } = verdict;
  return {
    state: { ...state, finding: verdict.finding },
    events: [...events, { type: 'line-judged', call: state.call, at, confidence, verdict }],
  };
}
