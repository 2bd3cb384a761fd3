import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

export interface RegistrationLostReason {
  readonly kind: 'registration-lost';
}

export const registrationLost: TriggerRule<'registration-lost', RegistrationLostReason> = {
  urgency: 90,
  holds(_trigger, { call, registrationLostAt }, now) {
    if (registrationLostAt === null || call.call.state !== 'established') return NEVER;
    const since = Math.max(registrationLostAt, call.call.answeredAt);
    return holdsFrom(since, now, { kind: 'registration-lost' });
  },
  sentence: (_trigger, { words }) => words('trigger.registrationLost.sentence'),
  reason: (_reason, { words }) => words('reason.registrationLost'),
};
