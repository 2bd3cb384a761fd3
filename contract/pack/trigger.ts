import * as v from 'valibot';
import { afterSituationTriggerSchema } from '../triggers/after-situation.ts';
import { answeredTriggerSchema } from '../triggers/answered.ts';
import { backFromHoldTriggerSchema } from '../triggers/back-from-hold.ts';
import { callBackDueTriggerSchema } from '../triggers/call-back-due.ts';
import { categoryTriggerSchema } from '../triggers/category.ts';
import { dateTriggerSchema } from '../triggers/date.ts';
import { noiseTriggerSchema } from '../triggers/noise.ts';
import { numberKnownTriggerSchema } from '../triggers/number-known.ts';
import { onHoldTriggerSchema } from '../triggers/on-hold.ts';
import { phaseTriggerSchema } from '../triggers/phase.ts';
import { pickedTriggerSchema } from '../triggers/picked.ts';
import { quietTriggerSchema } from '../triggers/quiet.ts';
import { registrationLostTriggerSchema } from '../triggers/registration-lost.ts';
import { silenceTriggerSchema } from '../triggers/silence.ts';
import { staysOnTriggerSchema } from '../triggers/stays-on.ts';
import { timeOfDayTriggerSchema } from '../triggers/time-of-day.ts';
import { waitWantedTriggerSchema } from '../triggers/wait-wanted.ts';

/** The closed vocabulary of reasons for which a situation comes up: one file in contract/triggers/ a kind. */
export const triggerSchema = v.variant('kind', [
  answeredTriggerSchema,
  phaseTriggerSchema,
  silenceTriggerSchema,
  noiseTriggerSchema,
  quietTriggerSchema,
  onHoldTriggerSchema,
  backFromHoldTriggerSchema,
  waitWantedTriggerSchema,
  timeOfDayTriggerSchema,
  dateTriggerSchema,
  numberKnownTriggerSchema,
  registrationLostTriggerSchema,
  afterSituationTriggerSchema,
  categoryTriggerSchema,
  staysOnTriggerSchema,
  callBackDueTriggerSchema,
  pickedTriggerSchema,
]);

export type Trigger = v.InferOutput<typeof triggerSchema>;
export type TriggerKind = Trigger['kind'];
