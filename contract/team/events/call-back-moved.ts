import * as v from 'valibot';
import { instantSchema, teamEventKind } from '../envelope.ts';

/** The call-back gets another time. */
export const callBackMoved = teamEventKind('call-back-moved', {
  dueAt: instantSchema,
  agreed: v.boolean(),
});
