import * as v from 'valibot';
import { range } from '../pack/range.ts';
import { brings } from './brings.ts';

/** The caller's voice has been too faint for so long. */
export const quietTriggerSchema = v.strictObject({
  kind: v.literal('quiet'),
  /** Without it the pack's `quietSeconds` holds. */
  seconds: v.optional(range(1, 120, 's')),
  brings: brings('suggestion'),
});

export type QuietTrigger = v.InferOutput<typeof quietTriggerSchema>;
