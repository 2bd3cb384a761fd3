import * as v from 'valibot';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';
import { followUpSchema } from './follow-up.ts';
import { idSchema } from './id.ts';
import { localizedTextSchema } from './localized-text.ts';
import { stepSchema } from './step.ts';
import { triggerSchema } from './trigger.ts';

export const situationGroupSchema = v.picklist([
  'opening',
  'line',
  'query',
  'complaint',
  'difficult',
  'courtesy',
  'wait',
  'closing',
  'call-back',
]);

/**
 * When the agent may end the call. `caller-first`: the caller hangs up first (handbook §1.7).
 * `after-script`: the
 * agent may, once no mandatory step or wait of this situation is pending.
 */
export const hangUpRuleSchema = v.picklist(['caller-first', 'after-script']);

export const situationSchema = v.strictObject({
  /** Also the name of the file and of the story. */
  id: idSchema,
  title: localizedTextSchema,
  group: situationGroupSchema,
  /** More words for the search. */
  tags: v.optional(v.array(v.pipe(boundedText(100), v.minLength(1))), []),
  /** Section of docs/handbook.md that it implements. */
  handbook: v.pipe(v.string(), v.maxLength(40), v.regex(/^§\d+(\.\d+)*$/, 'form handbook')),
  /** Any of them is enough to show the situation. */
  triggers: v.pipe(v.array(triggerSchema), v.minLength(1)),
  steps: v.pipe(v.array(stepSchema), v.minLength(1), v.maxLength(30)),
  hangUp: v.optional(hangUpRuleSchema, 'caller-first'),
  prohibitions: v.array(localizedTextSchema),
  /** Ids of technique cards shown beside the script. */
  techniques: v.optional(v.array(idSchema), []),
  followUp: v.optional(followUpSchema),
});

export type Situation = v.InferOutput<typeof situationSchema>;
export type SituationGroup = v.InferOutput<typeof situationGroupSchema>;
export type HangUpRule = v.InferOutput<typeof hangUpRuleSchema>;
