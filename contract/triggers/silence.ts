import * as v from 'valibot';
import { callPhaseSchema } from '../pack/call-phase.ts';
import { range } from '../pack/range.ts';
import { brings } from './brings.ts';

/** One side has said nothing for so long, with the call in one of these phases. */
export const silenceTriggerSchema = v.strictObject({
  kind: v.literal('silence'),
  side: v.optional(v.picklist(['remote', 'agent']), 'remote'),
  phases: v.pipe(v.array(callPhaseSchema), v.minLength(1)),
  /** Without it the pack's `silenceSeconds` holds. */
  seconds: v.optional(range(1, 120, 's')),
  brings: brings('suggestion'),
});

export type SilenceTrigger = v.InferOutput<typeof silenceTriggerSchema>;
