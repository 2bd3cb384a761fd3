import * as v from 'valibot';
import { sideSchema } from '../../calls/vocabulary/side.ts';
import { callPhaseSchema } from '../pack/call-phase.ts';
import { range } from '../pack/range.ts';
import { PHASE_WORDS } from './field-choices.ts';
import { BRINGS, brings, triggerKind } from './trigger-kind.ts';

/** One side has said nothing for so long, with the call in one of these phases. */
export const silence = triggerKind({
  schema: v.strictObject({
    kind: v.literal('silence'),
    side: v.optional(sideSchema, 'remote'),
    phases: v.pipe(v.array(callPhaseSchema), v.minLength(1)),
    /** Without it the pack's `silenceSeconds` is used. */
    seconds: v.optional(range(1, 120, 's')),
    brings: brings('suggestion'),
  }),
  label: 'trigger.silence.kind',
  blank: { kind: 'silence', side: 'remote', phases: ['greeted'], brings: 'suggestion' },
  fields: {
    side: {
      kind: 'choice',
      label: 'lead.side',
      choices: { remote: 'lead.silentSide.remote', agent: 'lead.silentSide.agent' },
    },
    seconds: { kind: 'number', label: 'lead.lasts', unit: 'lead.seconds', usual: 'silenceSeconds' },
    phases: { kind: 'choices', label: 'lead.phases', choices: PHASE_WORDS },
    brings: BRINGS,
  },
});
