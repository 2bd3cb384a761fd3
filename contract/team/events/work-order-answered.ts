import * as v from 'valibot';
import { teamEventKind, text } from '../envelope.ts';

/** The caller was given the answer. */
export const workOrderAnswered = teamEventKind('work-order-answered', {
  accepted: v.boolean(),
  remarks: text(2_000),
});
