import * as v from 'valibot';
import { range } from '../pack/range.ts';
import { brings } from './brings.ts';

/** The caller has waited on hold or mute for so long, and again after every further `longHoldRepeatSeconds`. */
export const onHoldTriggerSchema = v.strictObject({
  kind: v.literal('on-hold'),
  of: v.optional(v.picklist(['hold', 'mute', 'either']), 'either'),
  /** Without it the pack's `longHoldSeconds` holds. */
  seconds: v.optional(range(1, 600, 's')),
  brings: brings('suggestion'),
});

export type OnHoldTrigger = v.InferOutput<typeof onHoldTriggerSchema>;
