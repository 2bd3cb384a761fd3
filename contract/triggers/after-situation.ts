import * as v from 'valibot';
import { idSchema } from '../pack/id.ts';
import { brings } from './brings.ts';

/** The agent finished this situation, or, with `step`, took that step of it. */
export const afterSituationTriggerSchema = v.strictObject({
  kind: v.literal('after-situation'),
  situation: idSchema,
  step: v.optional(idSchema),
  brings: brings('suggestion'),
});

export type AfterSituationTrigger = v.InferOutput<typeof afterSituationTriggerSchema>;
