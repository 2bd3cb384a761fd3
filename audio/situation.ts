import type { Instant } from '../calls/call-event.ts';
import type { LineEvidence } from '../calls/line-verdict.ts';
import type { AnalyserState } from './analyser-state.ts';
import type { Lasting } from './lasting.ts';
import type { LineSituation } from './verdict.ts';

/** Statistics are asked for once a second, and a second's lack of packets is no news. */
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

/** The line as the verdict sees it. */
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

/** Since when neither side speaks; null while one does. A caller who listens to the agent is not a silent caller. */
export function bothSilentSince({ remote, agent }: AnalyserState): Instant | null {
  if (remote?.doing !== 'silent') return null;
  if (agent === null) return remote.since;
  return agent.doing === 'speaking' ? null : Math.max(remote.since, agent.since);
}

/** Packets are overdue: whether that is a silence or a dead line will be known in a moment. */
function mayBeCutOff({ packets }: AnalyserState, at: Instant): boolean {
  return packets.readings.length > 0 && at - packets.lastPacketAt > OVERDUE_MS;
}

function lasted(condition: Lasting, at: Instant): number {
  return condition.reported ? at - condition.since : 0;
}
