import * as v from 'valibot';
import { numberStatusSchema } from '../../calls/vocabulary/number-status.ts';
import { BRINGS, brings, triggerKind } from './trigger-kind.ts';

/** The number of the other side has this status when the call starts. */
export const numberKnown = triggerKind({
  schema: v.strictObject({
    kind: v.literal('number-known'),
    as: numberStatusSchema,
    brings: brings('suggestion'),
  }),
  label: 'trigger.numberKnown.kind',
  blank: { kind: 'number-known', as: 'vip', brings: 'suggestion' },
  fields: {
    as: {
      kind: 'choice',
      label: 'lead.knownAs',
      choices: {
        harassment: 'lead.numberStatus.harassment',
        vip: 'lead.numberStatus.vip',
        'open-complaint': 'lead.numberStatus.openComplaint',
        'open-work-order': 'lead.numberStatus.openWorkOrder',
        'called-before': 'lead.numberStatus.calledBefore',
      },
    },
    brings: BRINGS,
  },
});
