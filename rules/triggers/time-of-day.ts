import { PHASE_WORDS } from '../../contract/triggers/field-choices.ts';
import { currentPhase } from '../call/call-phase.ts';
import { isWithin, localTime } from '../time/local-time.ts';
import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

export interface TimeOfDayReason {
  readonly kind: 'time-of-day';
  readonly from: string;
  readonly to: string;
}

/** The time at which the phase was reached decides, also when the phase lasts longer. */
export const timeOfDay: TriggerRule<'time-of-day', TimeOfDayReason> = {
  urgency: 10,
  holds(trigger, { call, context }, now) {
    const current = currentPhase(call);
    if (current?.phase !== trigger.phase) return NEVER;
    const { minuteOfDay } = localTime(current.since, context.utcOffsetMinutes);
    if (!isWithin(minuteOfDay, trigger)) return NEVER;
    const { from, to } = trigger;
    return holdsFrom(current.since, now, { kind: 'time-of-day', from, to });
  },
  sentence({ from, to, phase }, { words }) {
    return words('trigger.timeOfDay.sentence', { from, to, phase: words(PHASE_WORDS[phase]) });
  },
  reason: ({ from, to }, { words }) => words('reason.timeOfDay', { from, to }),
};
