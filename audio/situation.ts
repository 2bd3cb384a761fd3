import type { Instant } from '../calls/call-event.ts';
import type { LineEvidence } from '../calls/line-verdict.ts';
import type { AnalyserState } from './analyser-state.ts';
import type { Lasting } from './lasting.ts';
import type { LineSituation } from './verdict.ts';

/** Statistics are read once a second, and a second without packets is normal. */
const OVERDUE_MS = 2_200;

export function evidenceAt(state: AnalyserState, at: Instant): LineEvidence {
  const { levels, packets, remote } = state;
  return {
    speechDbfs: levels.speechDbfs,
    noiseDbfs: levels.noiseDbfs,
    spreadDb: levels.spreadDb,
    silentMs: remote?.doing === 'silent' ? at - remote.since : 0,
    noPacketsMs: state.mediaStopped ? at - packets.lastPacketAt : 0,
    lossShare: packets.lossShare,
    jitterMs: packets.jitterMs,
    concealedShare: packets.concealedShare,
  };
}

/** The input of the verdict. */
export function situationAt(state: AnalyserState, at: Instant): LineSituation {
  const { conditions, callStatus } = state;
  const silentFrom = bothSilentSince(state);
  return {
    held: callStatus.held,
    talkingMuted: conditions['talking-muted'].reported,
    losingPackets: conditions['packet-loss'].reported,
    noisyMs: lasted(conditions.noise, at),
    faintMs: lasted(conditions['quiet-voice'], at),
    bothSilentMs: silentFrom === null || mayBeCutOff(state, at) ? 0 : at - silentFrom,
    evidence: evidenceAt(state, at),
  };
}

/** Since when neither side speaks; null while one does: a caller who listens is not silent. */
export function bothSilentSince({ remote, agent }: AnalyserState): Instant | null {
  if (remote?.doing !== 'silent') return null;
  if (agent === null) return remote.since;
  return agent.doing === 'speaking' ? null : Math.max(remote.since, agent.since);
}

/** Packets are overdue: it is not known yet whether the caller is silent or the line is dead. */
function mayBeCutOff({ packets }: AnalyserState, at: Instant): boolean {
  return packets.readings.length > 0 && at - packets.lastPacketAt > OVERDUE_MS;
}

function lasted(condition: Lasting, at: Instant): number {
  return condition.reported ? at - condition.since : 0;
}
