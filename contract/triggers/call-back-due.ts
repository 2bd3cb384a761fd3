import * as v from 'valibot';
import { promisedCallSchema } from '../../calls/vocabulary/number-status.ts';
import { BRINGS, brings, triggerKind } from './trigger-kind.ts';

/**
 * An outbound call goes to a number that the team promised a call: an answer, or a planned call-
 * back.
 */
export const callBackDue = triggerKind({
  schema: v.strictObject({
    kind: v.literal('call-back-due'),
    what: promisedCallSchema,
    brings: brings('script'),
  }),
  label: 'trigger.callBackDue.kind',
  blank: { kind: 'call-back-due', what: 'call-back', brings: 'script' },
  fields: {
    what: {
      kind: 'choice',
      label: 'lead.promised',
      choices: {
        'promised-answer': 'lead.promiseKind.promisedAnswer',
        'call-back': 'lead.promiseKind.callBack',
      },
    },
    brings: BRINGS,
  },
});
