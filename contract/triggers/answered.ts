import * as v from 'valibot';
import { range } from '../pack/range.ts';
import { BRINGS, brings, triggerKind } from './trigger-kind.ts';

/**
 * The call was just answered after `afterRings` full rings, or after a wait in the queue at least
 * as long; 0 means any answer. Of several that hold, the one with the most rings comes up.
 */
export const answered = triggerKind({
  schema: v.strictObject({
    kind: v.literal('answered'),
    afterRings: v.optional(range(0, 20, 'rings'), 0),
    direction: v.optional(v.picklist(['inbound', 'outbound']), 'inbound'),
    brings: brings('script'),
  }),
  label: 'trigger.answered.kind',
  blank: { kind: 'answered', afterRings: 0, direction: 'inbound', brings: 'script' },
  fields: {
    afterRings: { kind: 'number', label: 'lead.afterRings', unit: 'lead.rings' },
    direction: {
      kind: 'choice',
      label: 'lead.direction',
      choices: { inbound: 'lead.callDirection.inbound', outbound: 'lead.callDirection.outbound' },
    },
    brings: BRINGS,
  },
});
