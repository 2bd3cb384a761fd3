import * as v from 'valibot';
import { callBackEventSchemas } from './call-back-event.ts';
import { handoverEventSchemas } from './handover-event.ts';
import { shiftEventSchema } from './shift-event.ts';
import { warningEventSchemas } from './warning-event.ts';
import { workOrderEventSchemas } from './work-order-event.ts';

/** Everything a team shares, as small facts that are never changed (docs/architecture.md, "The team's ledger"). */
export const teamEventSchema = v.variant('type', [
  ...workOrderEventSchemas,
  ...callBackEventSchemas,
  ...warningEventSchemas,
  ...handoverEventSchemas,
  shiftEventSchema,
]);

export type TeamEvent = Readonly<v.InferOutput<typeof teamEventSchema>>;
