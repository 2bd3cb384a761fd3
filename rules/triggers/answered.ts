import { RING_CADENCES, ringLength } from '../../contract/pack/ring-cadence.ts';
import { currentPhase } from '../call/call-phase.ts';
import { say } from './say.ts';
import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

/** Holds until the greeting was said; after that an opening is out of place. */
export const answered: TriggerRule<'answered'> = {
  kind: 'answered',
  holds(trigger, { call, pack, context }, now) {
    const { call: phoneCall } = call;
    if (phoneCall.state !== 'established' || phoneCall.direction !== trigger.direction) return NEVER;
    if (currentPhase(call)?.phase !== 'greeting') return NEVER;
    const ringMs = ringLength(RING_CADENCES[context.cadence ?? pack.settings.cadence]);
    const { answeredAt, startedAt, queuedMs } = phoneCall;
    const rings = Math.floor((answeredAt - startedAt) / ringMs);
    const enough = trigger.afterRings * ringMs;
    if (answeredAt - startedAt < enough && (queuedMs ?? 0) < enough) return NEVER;
    const late = Math.max(answeredAt - startedAt, queuedMs ?? 0) >= pack.settings.ringLimit * ringMs;
    const queuedSeconds = queuedMs === null ? null : Math.round(queuedMs / 1000);
    return holdsFrom(answeredAt, now, { kind: 'answered', rings, late, queuedSeconds });
  },
  sentence({ afterRings, direction }, language) {
    if (direction === 'outbound')
      return say(language, '对方接听时', '對方接聽時', 'when the other side answers');
    if (afterRings === 0) return say(language, '接听时', '接聽時', 'when the call is answered');
    return say(
      language,
      `响满 ${afterRings} 声后才接听时`,
      `響滿 ${afterRings} 聲後才接聽時`,
      `when the call is answered after ${afterRings} full rings`,
    );
  },
};
