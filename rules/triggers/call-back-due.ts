import { say } from './say.ts';
import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

/** The agent dialled the number that is owed a call: nobody is being read to yet, and no doubt what for. */
export const callBackDue: TriggerRule<'call-back-due'> = {
  kind: 'call-back-due',
  holds({ what }, { call }, now) {
    const { state, direction } = call.call;
    if (call.recognisedAt === null || state === 'ended' || direction === 'inbound') return NEVER;
    if (!call.promises.includes(what)) return NEVER;
    return holdsFrom(call.recognisedAt, now, { kind: 'call-back-due', what });
  },
  sentence({ what }, language) {
    return what === 'promised-answer'
      ? say(
          language,
          '呼叫有答复到期的号码时',
          '撥打有答覆到期的號碼時',
          'when the agent calls a number to which an answer is due',
        )
      : say(
          language,
          '呼叫有回访到期的号码时',
          '撥打有回訪到期的號碼時',
          'when the agent calls a number to which a call-back is due',
        );
  },
};
