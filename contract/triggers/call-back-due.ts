import * as v from 'valibot';
import { promisedCallSchema } from '../../calls/vocabulary/number-status.ts';
import { brings } from './brings.ts';

/** An outbound call goes to a number that is owed one: an answer that was promised, or a call-back that was planned. */
export const callBackDueTriggerSchema = v.strictObject({
  kind: v.literal('call-back-due'),
  what: promisedCallSchema,
  brings: brings('script'),
});

export type CallBackDueTrigger = v.InferOutput<typeof callBackDueTriggerSchema>;
