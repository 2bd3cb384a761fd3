import * as v from 'valibot';

/** What earlier notes say about a number; the host looks it up when the phone rings. */
export const numberStatusSchema = v.picklist([
  'harassment',
  'vip',
  'open-complaint',
  'open-work-order',
  'called-before',
]);

export type NumberStatus = v.InferOutput<typeof numberStatusSchema>;
