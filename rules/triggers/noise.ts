import { say } from './say.ts';
import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

export const noise: TriggerRule<'noise'> = {
  kind: 'noise',
  holds(trigger, { call, pack }, now) {
    const since = call.line.noiseSince;
    if (since === null || call.call.state !== 'established') return NEVER;
    const seconds = trigger.seconds ?? pack.settings.thresholds.noiseSeconds;
    return holdsFrom(since + seconds * 1000, now, { kind: 'noise', seconds });
  },
  sentence({ seconds }, language) {
    return say(
      language,
      `杂音持续 ${seconds ?? '数'} 秒`,
      `雜音持續 ${seconds ?? '數'} 秒`,
      `when noise covers the line for ${seconds ?? 'some'} seconds`,
    );
  },
};
