import * as v from 'valibot';
import { numberStandingSchema } from '../pack/number-standing.ts';
import { brings } from './brings.ts';

/** The other side's number is known as such when the call starts. */
export const numberKnownTriggerSchema = v.strictObject({
  kind: v.literal('number-known'),
  as: numberStandingSchema,
  brings: brings('suggestion'),
});

export type NumberKnownTrigger = v.InferOutput<typeof numberKnownTriggerSchema>;
