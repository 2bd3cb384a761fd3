import * as v from 'valibot';
import { idSchema } from '../pack/id.ts';
import { BRINGS, brings, triggerKind } from './trigger-kind.ts';

/** The agent finished this situation or, with `step`, did that step of it. */
export const afterSituation = triggerKind({
  schema: v.strictObject({
    kind: v.literal('after-situation'),
    situation: idSchema,
    step: v.optional(idSchema),
    brings: brings('suggestion'),
  }),
  label: 'trigger.afterSituation.kind',
  blank: { kind: 'after-situation', situation: '', brings: 'suggestion' },
  fields: {
    situation: { kind: 'named', label: 'lead.afterSituation', from: 'situations', clears: 'step' },
    step: {
      kind: 'named',
      label: 'lead.afterStep',
      from: 'steps-of-situation',
      none: 'lead.whenFinished',
    },
    brings: BRINGS,
  },
});
