import * as v from 'valibot';
import { range } from '../pack/range.ts';
import { brings } from './brings.ts';

/** The goodbye was said so long ago, and the caller has not hung up. */
export const staysOnTriggerSchema = v.strictObject({
  kind: v.literal('stays-on'),
  /** Without it the pack's `staysOnSeconds` holds. */
  seconds: v.optional(range(1, 120, 's')),
  brings: brings('suggestion'),
});

export type StaysOnTrigger = v.InferOutput<typeof staysOnTriggerSchema>;
