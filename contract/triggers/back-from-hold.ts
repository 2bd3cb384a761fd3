import * as v from 'valibot';
import { range } from '../pack/range.ts';
import { WAIT_FIELD, waitSchema } from './field-choices.ts';
import { BRINGS, brings, triggerKind } from './trigger-kind.ts';

/**
 * The agent came back from hold or mute. A wait shorter than `minSeconds` was pressed by mistake
 * and does not count.
 */
export const backFromHold = triggerKind({
  schema: v.strictObject({
    kind: v.literal('back-from-hold'),
    of: v.optional(waitSchema, 'either'),
    minSeconds: v.optional(range(0, 120, 's'), 2),
    brings: brings('script'),
  }),
  label: 'trigger.backFromHold.kind',
  blank: { kind: 'back-from-hold', of: 'either', minSeconds: 2, brings: 'script' },
  fields: {
    of: WAIT_FIELD,
    minSeconds: { kind: 'number', label: 'lead.minSeconds', unit: 'lead.seconds' },
    brings: BRINGS,
  },
});
