import { currentPhase } from '../call/call-phase.ts';
import { phaseWords } from './phase-words.ts';
import { say } from './say.ts';
import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

export const phase: TriggerRule<'phase'> = {
  kind: 'phase',
  holds(trigger, { call }, now) {
    const current = currentPhase(call);
    if (current?.phase !== trigger.phase) return NEVER;
    return holdsFrom(current.since, now, { kind: 'phase', phase: trigger.phase });
  },
  sentence({ phase }, language) {
    const words = phaseWords(phase, language);
    return say(language, `通话进入“${words}”时`, `通話進入「${words}」時`, `when the call is ${words}`);
  },
};
