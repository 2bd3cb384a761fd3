import { say } from './say.ts';
import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';
import { waitWords } from './wait-words.ts';

export const waitWanted: TriggerRule<'wait-wanted'> = {
  kind: 'wait-wanted',
  holds(trigger, { call }, now) {
    const { waitWanted: wanted } = call;
    if (wanted === null || call.call.state !== 'established') return NEVER;
    if (trigger.of !== 'either' && trigger.of !== wanted.of) return NEVER;
    return holdsFrom(wanted.at, now, { kind: 'wait-wanted', of: wanted.of });
  },
  sentence({ of }, language) {
    const words = waitWords(of, language);
    return say(
      language,
      `坐席按下${words}时，先征得同意`,
      `客服人員按下${words}時，先徵得同意`,
      `when the agent presses ${words}, before the caller is left waiting`,
    );
  },
};
