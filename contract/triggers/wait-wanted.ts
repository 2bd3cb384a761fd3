import * as v from 'valibot';
import { brings } from './brings.ts';

/** The agent pressed hold or mute: the caller is asked first, and the press takes effect from the script. */
export const waitWantedTriggerSchema = v.strictObject({
  kind: v.literal('wait-wanted'),
  of: v.optional(v.picklist(['hold', 'mute', 'either']), 'either'),
  brings: brings('script'),
});

export type WaitWantedTrigger = v.InferOutput<typeof waitWantedTriggerSchema>;
