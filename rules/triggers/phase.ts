import type { CallPhase } from '../../contract/pack/call-phase.ts';
import { PHASE_WORDS } from '../../contract/triggers/field-choices.ts';
import type { PlainKey } from '../../contract/words.ts';
import { currentPhase } from '../call/call-phase.ts';
import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

export interface PhaseReason {
  readonly kind: 'phase';
  readonly phase: CallPhase;
}

const REASON_WORDS = {
  ringing: 'reason.ringing',
  dialling: 'reason.ringing',
  greeting: 'reason.answered',
  greeted: 'reason.answered',
  talking: 'reason.talking',
  waiting: 'reason.waitWanted',
  'after-goodbye': 'reason.afterGoodbye',
  'wrap-up': 'reason.wrapUp',
} as const satisfies Record<CallPhase, PlainKey>;

export const phase: TriggerRule<'phase', PhaseReason> = {
  urgency: 20,
  holds(trigger, { call }, now) {
    const current = currentPhase(call);
    if (current?.phase !== trigger.phase) return NEVER;
    // A hold in between makes no new cause.
    const first = call.phases.find(({ phase }) => phase === trigger.phase) ?? current;
    return holdsFrom(current.since, now, { kind: 'phase', phase: trigger.phase }, null, first.since);
  },
  sentence({ phase }, { words }) {
    return words('trigger.phase.sentence', { phase: words(PHASE_WORDS[phase]) });
  },
  reason: ({ phase }, { words }) => words(REASON_WORDS[phase]),
};
