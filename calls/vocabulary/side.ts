import * as v from 'valibot';

/** Whose voice: on the remote party's track or on the agent's own. */
export const sideSchema = v.picklist(['remote', 'agent']);

export type Side = v.InferOutput<typeof sideSchema>;
