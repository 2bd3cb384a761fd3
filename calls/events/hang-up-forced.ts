import * as v from 'valibot';
import { durationSchema } from '../vocabulary/instant.ts';
import { countSchema } from '../vocabulary/whole-number.ts';
import { callEvent, packIdSchema } from './event-kind.ts';

/** The agent hung up although the script forbade it. */
export const hangUpForced = callEvent('hang-up-forced', {
  /** Null if no script was up: the caller hangs up first in that case too. */
  situation: v.nullable(packIdSchema),
  pendingSteps: countSchema,
  pendingMs: durationSchema,
});
