import * as v from 'valibot';

/** The agent picks it. Always possible for every situation; written down where it is the only way. */
export const pickedTriggerSchema = v.strictObject({
  kind: v.literal('picked'),
});

export type PickedTrigger = v.InferOutput<typeof pickedTriggerSchema>;
