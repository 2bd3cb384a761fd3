import * as v from 'valibot';
import { instantSchema, teamEventKind } from '../envelope.ts';

/** The answer was promised for a new time. */
export const workOrderPromised = teamEventKind('work-order-promised', {
  dueAt: instantSchema,
  callerInformed: v.boolean(),
});
