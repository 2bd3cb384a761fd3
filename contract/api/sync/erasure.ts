import * as v from 'valibot';

export const erasureSchema = v.strictObject({ number: v.pipe(v.string(), v.maxLength(64)) });

/** How many notes, and how many work orders, call-backs and warnings. */
export const erasureAnswerSchema = v.strictObject({ notes: v.number(), subjects: v.number() });
