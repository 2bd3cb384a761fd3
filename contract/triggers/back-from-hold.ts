import * as v from 'valibot';
import { range } from '../pack/range.ts';
import { brings } from './brings.ts';

/** The agent came back from hold or mute; shorter waits than `minSeconds` are a slip of the finger and do not count. */
export const backFromHoldTriggerSchema = v.strictObject({
  kind: v.literal('back-from-hold'),
  of: v.optional(v.picklist(['hold', 'mute', 'either']), 'either'),
  minSeconds: v.optional(range(0, 120, 's'), 2),
  brings: brings('script'),
});

export type BackFromHoldTrigger = v.InferOutput<typeof backFromHoldTriggerSchema>;
