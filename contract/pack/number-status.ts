import * as v from 'valibot';

/** What is known of a number before a word was said; the host looks it up in the notes. */
export const numberStatusSchema = v.picklist([
  'harassment',
  'vip',
  'open-complaint',
  'open-work-order',
  'called-before',
]);

export type NumberStatus = v.InferOutput<typeof numberStatusSchema>;
