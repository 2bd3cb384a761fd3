import * as v from 'valibot';
import { callPhaseSchema } from '../pack/call-phase.ts';
import { clockTimeSchema, startTimeSchema } from '../pack/clock-time.ts';
import { PHASE_FIELD } from './field-choices.ts';
import { BRINGS, brings, triggerKind } from './trigger-kind.ts';

/**
 * The call reached this phase at this time of the local day; `to` before `from` spans midnight.
 */
export const timeOfDay = triggerKind({
  schema: v.strictObject({
    kind: v.literal('time-of-day'),
    from: startTimeSchema,
    to: clockTimeSchema,
    phase: v.optional(callPhaseSchema, 'greeting'),
    brings: brings('suggestion'),
  }),
  label: 'trigger.timeOfDay.kind',
  blank: { kind: 'time-of-day', from: '12:00', to: '14:00', phase: 'greeting', brings: 'suggestion' },
  fields: {
    from: { kind: 'text', label: 'lead.from' },
    to: { kind: 'text', label: 'lead.to' },
    phase: PHASE_FIELD,
    brings: BRINGS,
  },
});
