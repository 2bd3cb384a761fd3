import { say } from './say.ts';
import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

/**
 * Both sides silent since the goodbye. Where nothing listens the goodbye alone is counted from; while somebody is
 * heard to speak it does not hold.
 */
export const staysOn: TriggerRule<'stays-on'> = {
  kind: 'stays-on',
  holds(trigger, { call, pack }, now) {
    const { goodbyeAt, line } = call;
    if (goodbyeAt === null || call.call.state !== 'established') return NEVER;
    if (line.remoteSpeaks || line.agentSpeaks) return NEVER;
    const quietSince = Math.max(goodbyeAt, line.remoteSilentSince ?? 0, line.agentSilentSince ?? 0);
    const seconds = trigger.seconds ?? pack.settings.thresholds.staysOnSeconds;
    return holdsFrom(quietSince + seconds * 1000, now, { kind: 'stays-on', seconds });
  },
  sentence({ seconds }, language) {
    return say(
      language,
      `道别 ${seconds ?? '数'} 秒后顾客仍未挂机`,
      `道別 ${seconds ?? '數'} 秒後客戶仍未掛斷`,
      `when the caller is still on ${seconds ?? 'some'} seconds after the goodbye`,
    );
  },
};
