import * as v from 'valibot';
import { range } from '../pack/range.ts';
import { brings } from './brings.ts';

/** Noise has covered the caller's voice for so long. */
export const noiseTriggerSchema = v.strictObject({
  kind: v.literal('noise'),
  /** Without it the pack's `noiseSeconds` holds. */
  seconds: v.optional(range(1, 120, 's')),
  brings: brings('suggestion'),
});

export type NoiseTrigger = v.InferOutput<typeof noiseTriggerSchema>;
