import * as v from 'valibot';

/** What earlier notes and the team's events say of a number. The phone host looks it up. */
export const numberStatusSchema = v.picklist([
  'harassment',
  'vip',
  'open-complaint',
  'open-work-order',
  'called-before',
]);

export type NumberStatus = v.InferOutput<typeof numberStatusSchema>;

/** A call that the team has promised to a number: an answer, or a planned call-back. */
export const promisedCallSchema = v.picklist(['promised-answer', 'call-back']);

export type PromisedCall = v.InferOutput<typeof promisedCallSchema>;
