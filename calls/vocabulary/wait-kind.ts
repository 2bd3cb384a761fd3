import * as v from 'valibot';

/** The two ways of letting a caller wait. */
export const waitKindSchema = v.picklist(['hold', 'mute']);

export type WaitKind = v.InferOutput<typeof waitKindSchema>;
