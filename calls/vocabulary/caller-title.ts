import * as v from 'valibot';

/** 先生 or 女士. An id instead of the word, because every locale has its own word for it. */
export const callerTitleSchema = v.picklist(['mr', 'ms']);

export type CallerTitle = v.InferOutput<typeof callerTitleSchema>;
