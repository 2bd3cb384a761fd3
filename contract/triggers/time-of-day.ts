import * as v from 'valibot';
import { callPhaseSchema } from '../pack/call-phase.ts';
import { clockTimeSchema } from '../pack/clock-time.ts';
import { brings } from './brings.ts';

/** The call reached this phase at this time of the local day; `to` before `from` runs over midnight. */
export const timeOfDayTriggerSchema = v.strictObject({
  kind: v.literal('time-of-day'),
  from: clockTimeSchema,
  to: clockTimeSchema,
  phase: v.optional(callPhaseSchema, 'greeting'),
  brings: brings('suggestion'),
});

export type TimeOfDayTrigger = v.InferOutput<typeof timeOfDayTriggerSchema>;
