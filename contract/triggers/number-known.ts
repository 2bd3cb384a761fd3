import * as v from 'valibot';
import { numberStatusSchema } from '../../calls/vocabulary/number-status.ts';
import { brings } from './brings.ts';

/** The other side's number is known as such when the call starts. */
export const numberKnownTriggerSchema = v.strictObject({
  kind: v.literal('number-known'),
  as: numberStatusSchema,
  brings: brings('suggestion'),
});

export type NumberKnownTrigger = v.InferOutput<typeof numberKnownTriggerSchema>;
