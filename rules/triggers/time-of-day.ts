import { currentPhase } from '../call/call-phase.ts';
import { isWithin, localTime } from '../time/local-time.ts';
import { phaseWords } from './phase-words.ts';
import { say } from './say.ts';
import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

/** The time of day at which the phase was reached decides; a phase that lasts over the limit keeps its answer. */
export const timeOfDay: TriggerRule<'time-of-day'> = {
  kind: 'time-of-day',
  holds(trigger, { call, context }, now) {
    const current = currentPhase(call);
    if (current?.phase !== trigger.phase) return NEVER;
    const { minuteOfDay } = localTime(current.since, context.utcOffsetMinutes);
    if (!isWithin(minuteOfDay, trigger)) return NEVER;
    const { from, to } = trigger;
    return holdsFrom(current.since, now, { kind: 'time-of-day', from, to });
  },
  sentence({ from, to, phase }, language) {
    const words = phaseWords(phase, language);
    return say(
      language,
      `${from}–${to} 之间进入“${words}”时`,
      `${from}–${to} 之間進入「${words}」時`,
      `when the call is ${words} between ${from} and ${to}`,
    );
  },
};
