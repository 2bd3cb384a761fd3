import * as v from 'valibot';
import { callPhaseSchema } from '../pack/call-phase.ts';
import { PHASE_FIELD } from './field-choices.ts';
import { BRINGS, brings, triggerKind } from './trigger-kind.ts';

/** The call reached this phase. */
export const phase = triggerKind({
  schema: v.strictObject({
    kind: v.literal('phase'),
    phase: callPhaseSchema,
    brings: brings('suggestion'),
  }),
  label: 'trigger.phase.kind',
  blank: { kind: 'phase', phase: 'talking', brings: 'suggestion' },
  fields: { phase: PHASE_FIELD, brings: BRINGS },
});
