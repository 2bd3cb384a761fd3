import * as v from 'valibot';

/**
 * How a situation comes up: `script` shows it at once, because the event leaves no doubt and no time; `suggestion`
 * waits as a chip until the agent takes it, and pushes nothing away.
 */
const bringsSchema = v.picklist(['script', 'suggestion']);

export type Brings = v.InferOutput<typeof bringsSchema>;

/** The `brings` entry of a trigger, with the kind's default. */
export function brings(byDefault: Brings) {
  return v.optional(bringsSchema, byDefault);
}
