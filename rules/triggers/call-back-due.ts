import type { PromisedCall } from '../../calls/vocabulary/number-status.ts';
import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

export interface CallBackDueReason {
  readonly kind: 'call-back-due';
  readonly what: PromisedCall;
}

/**
 * The agent dialled a number that was promised a call, so the reason is known before the answer.
 */
export const callBackDue: TriggerRule<'call-back-due', CallBackDueReason> = {
  urgency: 40,
  holds({ what }, { call }, now) {
    const { state, direction } = call.call;
    if (call.recognisedAt === null || state === 'ended' || direction === 'inbound') return NEVER;
    if (!call.promises.includes(what)) return NEVER;
    return holdsFrom(call.recognisedAt, now, { kind: 'call-back-due', what });
  },
  sentence({ what }, { words }) {
    return what === 'promised-answer'
      ? words('trigger.callBackDue.sentenceAnswer')
      : words('trigger.callBackDue.sentence');
  },
  reason: ({ what }, { words }) =>
    what === 'promised-answer' ? words('reason.answerDue') : words('reason.callBackDue'),
};
