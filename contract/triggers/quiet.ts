import * as v from 'valibot';
import { range } from '../pack/range.ts';
import { BRINGS, brings, triggerKind } from './trigger-kind.ts';

/** The caller’s voice has been too faint for so long. */
export const quiet = triggerKind({
  schema: v.strictObject({
    kind: v.literal('quiet'),
    /** Without it the pack's `quietSeconds` is used. */
    seconds: v.optional(range(1, 120, 's')),
    brings: brings('suggestion'),
  }),
  label: 'trigger.quiet.kind',
  blank: { kind: 'quiet', brings: 'suggestion' },
  fields: {
    seconds: { kind: 'number', label: 'lead.lasts', unit: 'lead.seconds', usual: 'quietSeconds' },
    brings: BRINGS,
  },
});
