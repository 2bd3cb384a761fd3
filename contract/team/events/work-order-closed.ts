import * as v from 'valibot';
import { teamEventKind, text } from '../envelope.ts';
import { onBehalfOfSchema, workOrderOutcomeSchema } from '../work-order-parts.ts';

/** The order was closed. */
export const workOrderClosed = teamEventKind('work-order-closed', {
  outcome: workOrderOutcomeSchema,
  reason: text(2_000),
  reportedTo: v.pipe(v.array(text(80)), v.maxLength(20)),
  onBehalfOf: onBehalfOfSchema,
});
