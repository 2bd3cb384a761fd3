import { say } from './say.ts';
import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

export const registrationLost: TriggerRule<'registration-lost'> = {
  kind: 'registration-lost',
  holds(_trigger, { call, registrationLostAt }, now) {
    if (registrationLostAt === null || call.call.state !== 'established') return NEVER;
    const since = Math.max(registrationLostAt, call.call.answeredAt);
    return holdsFrom(since, now, { kind: 'registration-lost' });
  },
  sentence(_trigger, language) {
    return say(
      language,
      '通话中话机掉线或断网时',
      '通話中話機離線或斷網時',
      'when the phone or the network goes during a call',
    );
  },
};
