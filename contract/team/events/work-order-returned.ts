import { teamEventKind, text } from '../envelope.ts';
import { onBehalfOfSchema } from '../work-order-parts.ts';

/** The order went back to the stage that the pack names, with what is missing. */
export const workOrderReturned = teamEventKind('work-order-returned', {
  remarks: text(2_000),
  onBehalfOf: onBehalfOfSchema,
});
