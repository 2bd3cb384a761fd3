import * as v from 'valibot';
import { callEvent, packIdSchema } from './event-kind.ts';

/** `agent`: picked by hand; `suggestion`: accepted; `event`: brought up by a call event. */
const pickedBySchema = v.picklist(['agent', 'suggestion', 'event']);

export type PickedBy = v.InferOutput<typeof pickedBySchema>;

/** A script came up. */
export const situationPicked = callEvent('situation-picked', {
  situation: packIdSchema,
  by: pickedBySchema,
});
