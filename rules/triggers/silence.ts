import type { Instant } from '../../calls/call-event.ts';
import type { Side } from '../../calls/vocabulary/side.ts';
import { PHASE_WORDS } from '../../contract/triggers/field-choices.ts';
import type { CallFacts, LineFacts } from '../call/call-facts.ts';
import { currentPhase, inPhasesSince } from '../call/call-phase.ts';
import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

/**
 * The caller is not heard for another reason: noise covers the voice, no packets arrive, or the
 * agent talks while muted.
 */
function hasAnotherCause({ agentSpeakingSince, noiseSince, judged }: LineFacts): boolean {
  return (
    agentSpeakingSince !== null ||
    noiseSince !== null ||
    judged?.finding === 'no-media' ||
    judged?.finding === 'agent-muted'
  );
}

/** How much longer a caller may be silent while it is the agent's turn. */
const PATIENT = 2;

/** In mid-call the caller spoke last, or the agent writes: it is the agent's turn. */
function awaitsAgent(call: CallFacts, phaseSince: Instant): boolean {
  const { line, agreedWait, agentWrites } = call;
  if (agentWrites) return true;
  if (currentPhase(call)?.phase !== 'talking' || call.firstSentence !== 'ended') return false;
  const agentActed = Math.max(line.agentSilentSince ?? 0, phaseSince, agreedWait?.until ?? 0);
  return line.remoteSilentSince !== null && line.remoteSilentSince > agentActed;
}

export interface SilenceReason {
  readonly kind: 'silence';
  readonly side: Side;
  readonly seconds: number;
}

/** Counts from when both hold: the side is silent, and the call is in one of the phases. */
export const silence: TriggerRule<'silence', SilenceReason> = {
  urgency: 60,
  holds(trigger, { call, pack }, now) {
    const { line } = call;
    const silentSince = trigger.side === 'remote' ? line.remoteSilentSince : line.agentSilentSince;
    const phaseSince = inPhasesSince(call, trigger.phases);
    if (silentSince === null || phaseSince === null) return NEVER;
    const { agreedWait } = call;
    if (trigger.side === 'remote' && (hasAnotherCause(line) || agreedWait?.until === null)) return NEVER;
    const usual = trigger.seconds ?? pack.settings.thresholds.silenceSeconds;
    const seconds = trigger.side === 'remote' && awaitsAgent(call, phaseSince) ? usual * PATIENT : usual;
    // A caller who listens is not silent: count from the agent's last word.
    const agentSince = trigger.side === 'remote' ? (line.agentSilentSince ?? 0) : 0;
    const began = Math.max(silentSince, phaseSince, agreedWait?.until ?? 0);
    const since = Math.max(began, agentSince) + seconds * 1000;
    return holdsFrom(since, now, { kind: 'silence', side: trigger.side, seconds }, null, began);
  },
  sentence(trigger, { words, thresholds }) {
    const phases = trigger.phases
      .map((phase) => words(PHASE_WORDS[phase]))
      .reduce((one, other) => (one === '' ? other : words('trigger.twoPhases', { one, other })), '');
    const seconds = trigger.seconds ?? thresholds.silenceSeconds;
    return trigger.side === 'remote'
      ? words('trigger.silence.sentenceCaller', { phases, seconds })
      : words('trigger.silence.sentenceAgent', { phases, seconds });
  },
  reason: ({ side, seconds }, { words }) =>
    side === 'remote' ? words('reason.callerSilent', { seconds }) : words('reason.agentSilent', { seconds }),
};
