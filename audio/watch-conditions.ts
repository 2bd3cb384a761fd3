import type { Instant } from '../calls/call-event.ts';
import type { LineEvent } from '../calls/line-event.ts';
import type { AnalyserState } from './analyser-state.ts';
import { type Condition, isClipped, isFaint, isNoisy, losesPackets, PATIENCE } from './conditions.ts';
import { type Change, foldLasting, type Patience } from './lasting.ts';
import type { LineThresholds } from './line-thresholds.ts';
import { bothSilentSince, evidenceAt } from './situation.ts';
import { noiseSureness, sureness } from './verdict.ts';

const CONDITIONS = [
  'noise',
  'quiet-voice',
  'clipping',
  'talking-muted',
  'dead-air',
  'both-talking',
  'packet-loss',
] as const satisfies readonly Condition[];

/** Folds every condition up to a moment, and gives the events of those that began or ended. */
export function watchConditions(
  before: AnalyserState,
  at: Instant,
  thresholds: LineThresholds,
): { readonly state: AnalyserState; readonly events: readonly LineEvent[] } {
  let { conditions } = before;
  const events: LineEvent[] = [];
  for (const condition of CONDITIONS) {
    const holds = holdsNow(condition, before, thresholds);
    const { state, change } = foldLasting(conditions[condition], holds, at, patience(condition, thresholds));
    if (state !== conditions[condition]) conditions = { ...conditions, [condition]: state };
    if (change !== null) events.push(conditionEvent(condition, change, before, at, thresholds));
  }
  return { state: conditions === before.conditions ? before : { ...before, conditions }, events };
}

function holdsNow(condition: Condition, state: AnalyserState, thresholds: LineThresholds): boolean {
  const { remote, agent, callStatus, levels } = state;
  if (callStatus.held) return false;
  const { reported } = state.conditions[condition];
  switch (condition) {
    case 'noise':
      return isNoisy(levels, reported, agent?.doing === 'speaking', thresholds);
    case 'quiet-voice':
      return isFaint(levels, reported, thresholds);
    case 'clipping':
      return isClipped(levels);
    case 'talking-muted':
      return callStatus.muted && agent?.doing === 'speaking';
    case 'dead-air':
      return !callStatus.muted && agent !== null && bothSilentSince(state) !== null;
    case 'both-talking':
      return !callStatus.muted && remote?.doing === 'speaking' && agent?.doing === 'speaking';
    case 'packet-loss':
      return losesPackets(state.packets, thresholds);
  }
}

function patience(condition: Condition, { deadAirSeconds }: LineThresholds): Patience {
  return condition === 'dead-air' ? { afterMs: deadAirSeconds * 1000, releaseMs: 0 } : PATIENCE[condition];
}

function conditionEvent(
  condition: Condition,
  { what, at: since }: Change,
  state: AnalyserState,
  at: Instant,
  thresholds: LineThresholds,
): LineEvent {
  const evidence = evidenceAt(state, at);
  const common = { call: state.call, at: since };
  switch (condition) {
    case 'noise':
      return { type: `noise-${what}`, ...common, confidence: noiseSureness(evidence, thresholds) };
    case 'quiet-voice': {
      const beyond = thresholds.faintDbfs - (evidence.speechDbfs ?? thresholds.faintDbfs);
      return { type: `quiet-voice-${what}`, ...common, confidence: sureness(beyond, 8) };
    }
    case 'packet-loss': {
      const lossShare = state.packets.lossShare ?? 0;
      const confidence = sureness(lossShare / thresholds.lossShare - 1, 2);
      return what === 'began'
        ? { type: 'packet-loss-began', ...common, confidence, lossShare }
        : { type: 'packet-loss-ended', ...common, confidence: 0.9 };
    }
    case 'dead-air': {
      // It began with the silence, not with its detection.
      const began = what === 'began' ? (bothSilentSince(state) ?? since) : since;
      return { type: `dead-air-${what}`, call: state.call, at: began, confidence: 0.9 };
    }
    case 'clipping':
    case 'talking-muted':
    case 'both-talking':
      return { type: `${condition}-${what}`, ...common, confidence: 0.9 };
  }
}
