import { say } from './say.ts';
import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

export const quiet: TriggerRule<'quiet'> = {
  kind: 'quiet',
  holds(trigger, { call, pack }, now) {
    const since = call.line.quietSince;
    if (since === null || call.call.state !== 'established') return NEVER;
    const seconds = trigger.seconds ?? pack.settings.thresholds.quietSeconds;
    return holdsFrom(since + seconds * 1000, now, { kind: 'quiet', seconds });
  },
  sentence({ seconds }, language) {
    return say(
      language,
      `顾客声音过小持续 ${seconds ?? '数'} 秒`,
      `客戶聲音過小持續 ${seconds ?? '數'} 秒`,
      `when the caller has been too faint for ${seconds ?? 'some'} seconds`,
    );
  },
};
