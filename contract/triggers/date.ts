import * as v from 'valibot';
import { daySchema, yearlyDaySchema } from '../pack/calendar-day.ts';
import { callPhaseSchema } from '../pack/call-phase.ts';
import { idSchema } from '../pack/id.ts';
import { brings } from './brings.ts';

/** The call reached this phase on one of these local days, the last included. */
export const dateTriggerSchema = v.strictObject({
  kind: v.literal('date'),
  days: v.variant('by', [
    v.strictObject({ by: v.literal('festival'), festival: idSchema }),
    /** Every year; `to` before `from` runs over New Year. */
    v.strictObject({ by: v.literal('year'), from: yearlyDaySchema, to: yearlyDaySchema }),
    v.strictObject({ by: v.literal('once'), from: daySchema, to: daySchema }),
  ]),
  phase: v.optional(callPhaseSchema, 'greeting'),
  brings: brings('suggestion'),
});

export type DateTrigger = v.InferOutput<typeof dateTriggerSchema>;
