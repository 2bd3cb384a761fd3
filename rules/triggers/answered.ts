import type { CallPhase } from '../../contract/pack/call-phase.ts';
import { RING_CADENCES, ringLength } from '../../contract/pack/ring-cadence.ts';
import { currentPhase } from '../call/call-phase.ts';
import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

export interface AnsweredReason {
  readonly kind: 'answered';
  /** Full rings before the answer. */
  readonly rings: number;
  readonly late: boolean;
  /** Time in the queue; null where the phone system does not say. */
  readonly queuedSeconds: number | null;
}

const BEGINNING: ReadonlySet<CallPhase> = new Set(['greeting', 'greeted', 'talking']);

/**
 * An opening holds until the greeting was said. A suggestion holds on: the caller may complain of
 * the wait in the middle of the talk, and a call-back has begun with the agent's first word.
 */
export const answered: TriggerRule<'answered', AnsweredReason> = {
  urgency: 45,
  holds(trigger, { call, pack, context }, now) {
    const { call: phoneCall } = call;
    if (phoneCall.state !== 'established' || phoneCall.direction !== trigger.direction) return NEVER;
    const phase = currentPhase(call)?.phase ?? 'ringing';
    const livesOn = trigger.brings === 'suggestion';
    if (livesOn ? !BEGINNING.has(phase) : phase !== 'greeting') return NEVER;
    const ringMs = ringLength(RING_CADENCES[context.cadence ?? pack.settings.cadence]);
    const { answeredAt, startedAt, queuedMs } = phoneCall;
    const rings = Math.floor((answeredAt - startedAt) / ringMs);
    const enough = trigger.afterRings * ringMs;
    if (answeredAt - startedAt < enough && (queuedMs ?? 0) < enough) return NEVER;
    const late = Math.max(answeredAt - startedAt, queuedMs ?? 0) >= pack.settings.ringLimit * ringMs;
    const queuedSeconds = queuedMs === null ? null : Math.round(queuedMs / 1000);
    return holdsFrom(answeredAt, now, { kind: 'answered', rings, late, queuedSeconds });
  },
  sentence({ afterRings, direction }, { words }) {
    if (direction === 'outbound') return words('trigger.answered.sentenceOutbound');
    return afterRings === 0
      ? words('trigger.answered.sentence')
      : words('trigger.answered.sentenceRings', { rings: afterRings });
  },
  reason({ rings, late, queuedSeconds }, { words, duration }) {
    if (queuedSeconds !== null && queuedSeconds > 0) {
      return words('reason.queued', { time: duration(queuedSeconds * 1000) });
    }
    // The dial counts the ring that the answer cut short.
    return late ? words('reason.answeredLate', { rings: rings + 1 }) : words('reason.answered');
  },
};
