import { say } from './say.ts';
import { holdsFrom, MOMENT_MS, NEVER, type TriggerRule } from './trigger-rule.ts';
import { waitWords } from './wait-words.ts';

export const backFromHold: TriggerRule<'back-from-hold'> = {
  kind: 'back-from-hold',
  holds(trigger, { call }, now) {
    const { back } = call;
    if (back === null || back.inScript || call.call.state !== 'established') return NEVER;
    if (trigger.of !== 'either' && trigger.of !== back.of) return NEVER;
    if (back.waitedMs < trigger.minSeconds * 1000) return NEVER;
    const seconds = Math.round(back.waitedMs / 1000);
    return holdsFrom(back.at, now, { kind: 'back-from-hold', of: back.of, seconds }, back.at + MOMENT_MS);
  },
  sentence({ of, minSeconds }, language) {
    const words = waitWords(of, language);
    return say(
      language,
      `结束${words}（至少 ${minSeconds} 秒）回到通话时`,
      `結束${words}（至少 ${minSeconds} 秒）回到通話時`,
      `when the agent comes back from ${words} of at least ${minSeconds} seconds`,
    );
  },
};
