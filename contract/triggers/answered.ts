import * as v from 'valibot';
import { range } from '../pack/range.ts';
import { brings } from './brings.ts';

/** The call was just answered after `afterRings` full rings (or a wait in the queue at least as long); 0 means any answer.
 * Of several that hold the one with the most rings comes up. */
export const answeredTriggerSchema = v.strictObject({
  kind: v.literal('answered'),
  afterRings: v.optional(range(0, 20, 'rings'), 0),
  direction: v.optional(v.picklist(['inbound', 'outbound']), 'inbound'),
  brings: brings('script'),
});

export type AnsweredTrigger = v.InferOutput<typeof answeredTriggerSchema>;
