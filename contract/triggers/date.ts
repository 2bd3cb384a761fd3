import * as v from 'valibot';
import { daySchema, yearlyDaySchema } from '../pack/calendar-day.ts';
import { callPhaseSchema } from '../pack/call-phase.ts';
import { idSchema } from '../pack/id.ts';
import { PHASE_FIELD } from './field-choices.ts';
import { BRINGS, brings, triggerKind } from './trigger-kind.ts';

/** The call reached this phase on one of these local days, the last included. */
export const date = triggerKind({
  schema: v.strictObject({
    kind: v.literal('date'),
    days: v.variant('by', [
      v.strictObject({ by: v.literal('festival'), festival: idSchema }),
      /** Every year; `to` before `from` spans New Year. */
      v.strictObject({ by: v.literal('year'), from: yearlyDaySchema, to: yearlyDaySchema }),
      v.strictObject({ by: v.literal('once'), from: daySchema, to: daySchema }),
    ]),
    phase: v.optional(callPhaseSchema, 'greeting'),
    brings: brings('suggestion'),
  }),
  label: 'trigger.date.kind',
  blank: {
    kind: 'date',
    days: { by: 'year', from: '01-01', to: '01-03' },
    phase: 'greeting',
    brings: 'suggestion',
  },
  fields: {
    days: {
      kind: 'variant',
      by: 'by',
      label: 'lead.dayKind',
      choices: {
        festival: 'lead.dateKind.festival',
        year: 'lead.dateKind.year',
        once: 'lead.dateKind.once',
      },
      blank: {
        festival: { by: 'festival', festival: '' },
        year: { by: 'year', from: '01-01', to: '01-03' },
        once: { by: 'once', from: '2027-01-01', to: '2027-01-03' },
      },
      cases: {
        festival: { festival: { kind: 'named', label: 'lead.festival', from: 'festivals' } },
        year: {
          from: { kind: 'text', label: 'lead.from' },
          to: { kind: 'text', label: 'lead.to' },
        },
        once: {
          from: { kind: 'text', label: 'lead.from' },
          to: { kind: 'text', label: 'lead.to' },
        },
      },
    },
    phase: PHASE_FIELD,
    brings: BRINGS,
  },
});
