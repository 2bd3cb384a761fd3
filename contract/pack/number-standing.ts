import * as v from 'valibot';

/** What is known of a number before a word was said; the host looks it up in the notes. */
export const numberStandingSchema = v.picklist([
  'harassment',
  'vip',
  'open-complaint',
  'open-work-order',
  'called-before',
]);

export type NumberStanding = v.InferOutput<typeof numberStandingSchema>;
