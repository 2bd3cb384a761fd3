import type { WaitKind } from '../../calls/vocabulary/wait-kind.ts';
import { WAIT_WORDS } from '../../contract/triggers/field-choices.ts';
import { currentWait } from '../call/current-wait.ts';
import { NEVER, type TriggerRule } from './trigger-rule.ts';

export interface OnHoldReason {
  readonly kind: 'on-hold';
  readonly of: WaitKind;
  readonly seconds: number;
}

/** Counts on with every repeat of the warning. */
export const onHold: TriggerRule<'on-hold', OnHoldReason> = {
  urgency: 65,
  holds(trigger, { call, pack }, now) {
    const wait = currentWait(call.call);
    if (wait === null || (trigger.of !== 'either' && trigger.of !== wait.of)) return NEVER;
    const { longHoldSeconds, longHoldRepeatSeconds } = pack.settings.thresholds;
    const first = wait.since + (trigger.seconds ?? longHoldSeconds) * 1000;
    if (now < first) return { holds: false, nextChangeAt: first };
    const repeatMs = longHoldRepeatSeconds * 1000;
    const since = first + Math.floor((now - first) / repeatMs) * repeatMs;
    const seconds = Math.round((since - wait.since) / 1000);
    return {
      holds: true,
      since,
      began: wait.since,
      reason: { kind: 'on-hold', of: wait.of, seconds },
      nextChangeAt: since + repeatMs,
    };
  },
  sentence({ of, seconds }, { words, thresholds }) {
    return words('trigger.onHold.sentence', {
      wait: words(WAIT_WORDS[of]),
      seconds: seconds ?? thresholds.longHoldSeconds,
    });
  },
  reason: ({ seconds }, { words, duration }) => words('reason.waiting', { time: duration(seconds * 1000) }),
};
