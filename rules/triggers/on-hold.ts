import { currentWait } from '../call/current-wait.ts';
import { say } from './say.ts';
import { NEVER, type TriggerRule } from './trigger-rule.ts';
import { waitWords } from './wait-words.ts';

/** Begins to hold at the threshold, and anew after every repeat, so that a dismissed warning comes back. */
export const onHold: TriggerRule<'on-hold'> = {
  kind: 'on-hold',
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
      reason: { kind: 'on-hold', of: wait.of, seconds },
      nextChangeAt: since + repeatMs,
    };
  },
  sentence({ of, seconds }, language) {
    const words = waitWords(of, language);
    return say(
      language,
      `${words}已满 ${seconds ?? '数'} 秒，之后每隔一段时间`,
      `${words}已滿 ${seconds ?? '數'} 秒，之後每隔一段時間`,
      `when the caller has waited on ${words} for ${seconds ?? 'some'} seconds, and again after a while`,
    );
  },
};
