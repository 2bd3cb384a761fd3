import * as v from 'valibot';

/** How a harassing call was brought to its end: the ways out of handbook §2.38, or none of them. */
export const harassmentEndingSchema = v.picklist([
  'stopped',
  'to-supervisor',
  'to-queue',
  'closed-formally',
  'other',
]);

export type HarassmentEnding = v.InferOutput<typeof harassmentEndingSchema>;
