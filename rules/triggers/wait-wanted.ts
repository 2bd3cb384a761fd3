import type { WaitKind } from '../../calls/vocabulary/wait-kind.ts';
import { WAIT_WORDS } from '../../contract/triggers/field-choices.ts';
import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

export interface WaitWantedReason {
  readonly kind: 'wait-wanted';
  readonly of: WaitKind;
}

export const waitWanted: TriggerRule<'wait-wanted', WaitWantedReason> = {
  urgency: 95,
  holds(trigger, { call }, now) {
    const { waitWanted: wanted } = call;
    if (wanted === null || call.call.state !== 'established') return NEVER;
    if (trigger.of !== 'either' && trigger.of !== wanted.of) return NEVER;
    return holdsFrom(wanted.at, now, { kind: 'wait-wanted', of: wanted.of });
  },
  sentence({ of }, { words }) {
    return words('trigger.waitWanted.sentence', { wait: words(WAIT_WORDS[of]) });
  },
  reason: (_reason, { words }) => words('reason.waitWanted'),
};
