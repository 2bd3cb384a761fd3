import * as v from 'valibot';
import { range } from '../pack/range.ts';
import { WAIT_FIELD, waitSchema } from './field-choices.ts';
import { BRINGS, brings, triggerKind } from './trigger-kind.ts';

/**
 * The caller has waited on hold or mute for so long, and again after every further
 * `longHoldRepeatSeconds`.
 */
export const onHold = triggerKind({
  schema: v.strictObject({
    kind: v.literal('on-hold'),
    of: v.optional(waitSchema, 'either'),
    /** Without it the pack's `longHoldSeconds` is used. */
    seconds: v.optional(range(1, 600, 's')),
    brings: brings('suggestion'),
  }),
  label: 'trigger.onHold.kind',
  blank: { kind: 'on-hold', of: 'either', brings: 'suggestion' },
  fields: {
    of: WAIT_FIELD,
    seconds: { kind: 'number', label: 'lead.lasts', unit: 'lead.seconds', usual: 'longHoldSeconds' },
    brings: BRINGS,
  },
});
