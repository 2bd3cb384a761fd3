import * as v from 'valibot';
import { range } from '../pack/range.ts';
import { BRINGS, brings, triggerKind } from './trigger-kind.ts';

/** Noise has covered the caller’s voice for so long. */
export const noise = triggerKind({
  schema: v.strictObject({
    kind: v.literal('noise'),
    /** Without it the pack's `noiseSeconds` is used. */
    seconds: v.optional(range(1, 120, 's')),
    brings: brings('suggestion'),
  }),
  label: 'trigger.noise.kind',
  blank: { kind: 'noise', brings: 'suggestion' },
  fields: {
    seconds: { kind: 'number', label: 'lead.lasts', unit: 'lead.seconds', usual: 'noiseSeconds' },
    brings: BRINGS,
  },
});
