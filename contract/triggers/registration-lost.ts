import * as v from 'valibot';
import { brings } from './brings.ts';

/** The phone lost its registration or the network while a call is up. */
export const registrationLostTriggerSchema = v.strictObject({
  kind: v.literal('registration-lost'),
  brings: brings('suggestion'),
});

export type RegistrationLostTrigger = v.InferOutput<typeof registrationLostTriggerSchema>;
