import * as v from 'valibot';
import { callEvent, durationSchema } from './event-kind.ts';

/** The agent hung up although the script forbade it. */
export const hangUpForced = callEvent('hang-up-forced', {
  /** Null if no script was up: the caller hangs up first in that case too. */
  situation: v.nullable(v.string()),
  pendingSteps: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  pendingMs: durationSchema,
});
