import * as v from 'valibot';
import { callPhaseSchema } from '../pack/call-phase.ts';
import { brings } from './brings.ts';

/** The call reached this phase. */
export const phaseTriggerSchema = v.strictObject({
  kind: v.literal('phase'),
  phase: callPhaseSchema,
  brings: brings('suggestion'),
});

export type PhaseTrigger = v.InferOutput<typeof phaseTriggerSchema>;
