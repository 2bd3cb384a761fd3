import * as v from 'valibot';
import { range } from '../pack/range.ts';
import { BRINGS, brings, triggerKind } from './trigger-kind.ts';

/** The goodbye was said so long ago, and the caller has not hung up. */
export const staysOn = triggerKind({
  schema: v.strictObject({
    kind: v.literal('stays-on'),
    /** Without it the pack's `staysOnSeconds` is used. */
    seconds: v.optional(range(1, 120, 's')),
    brings: brings('suggestion'),
  }),
  label: 'trigger.staysOn.kind',
  blank: { kind: 'stays-on', brings: 'suggestion' },
  fields: {
    seconds: { kind: 'number', label: 'lead.lasts', unit: 'lead.seconds', usual: 'staysOnSeconds' },
    brings: BRINGS,
  },
});
