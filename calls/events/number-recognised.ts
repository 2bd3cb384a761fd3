import * as v from 'valibot';
import { numberStatusSchema, promisedCallSchema } from '../vocabulary/number-status.ts';
import { callEvent } from './event-kind.ts';

/** The phone host looked up the number of a call. Recorded, so that a replay needs no look-up. */
export const numberRecognised = callEvent('number-recognised', {
  as: v.pipe(v.array(numberStatusSchema), v.readonly()),
  promises: v.pipe(v.array(promisedCallSchema), v.readonly()),
});
