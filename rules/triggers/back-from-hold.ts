import type { WaitKind } from '../../calls/vocabulary/wait-kind.ts';
import { WAIT_WORDS } from '../../contract/triggers/field-choices.ts';
import { holdsFrom, MOMENT_MS, NEVER, type TriggerRule } from './trigger-rule.ts';

export interface BackFromHoldReason {
  readonly kind: 'back-from-hold';
  readonly of: WaitKind;
  readonly seconds: number;
}

export const backFromHold: TriggerRule<'back-from-hold', BackFromHoldReason> = {
  urgency: 75,
  holds(trigger, { call }, now) {
    const { back } = call;
    if (back === null || back.inScript || call.call.state !== 'established') return NEVER;
    if (trigger.of !== 'either' && trigger.of !== back.of) return NEVER;
    if (back.waitedMs < trigger.minSeconds * 1000) return NEVER;
    const seconds = Math.round(back.waitedMs / 1000);
    return holdsFrom(back.at, now, { kind: 'back-from-hold', of: back.of, seconds }, back.at + MOMENT_MS);
  },
  sentence({ of, minSeconds }, { words }) {
    return words('trigger.backFromHold.sentence', { wait: words(WAIT_WORDS[of]), seconds: minSeconds });
  },
  reason: ({ seconds }, { words, duration }) => words('reason.waited', { time: duration(seconds * 1000) }),
};
