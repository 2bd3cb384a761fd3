import * as v from 'valibot';

/** How a harassing call ended: one of the ways of handbook §2.38, or another. */
export const harassmentEndingSchema = v.picklist([
  'stopped',
  'to-supervisor',
  'to-queue',
  'closed-formally',
  'other',
]);

export type HarassmentEnding = v.InferOutput<typeof harassmentEndingSchema>;
