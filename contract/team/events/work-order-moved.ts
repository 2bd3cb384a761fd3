import { teamEventKind, text } from '../envelope.ts';
import { onBehalfOfSchema } from '../work-order-parts.ts';

/** The order went on to another stage. */
export const workOrderMoved = teamEventKind('work-order-moved', {
  to: text(80),
  remarks: text(2_000),
  onBehalfOf: onBehalfOfSchema,
});
