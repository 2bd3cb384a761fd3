import * as v from 'valibot';

/** Who put the call on hold, in JsSIP's sense: `local` is the agent's side. */
export const holdOriginatorSchema = v.picklist(['local', 'remote']);

export type HoldOriginator = v.InferOutput<typeof holdOriginatorSchema>;
