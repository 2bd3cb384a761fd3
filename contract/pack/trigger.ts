import * as v from 'valibot';
import { afterSituation } from '../triggers/after-situation.ts';
import { answered } from '../triggers/answered.ts';
import { backFromHold } from '../triggers/back-from-hold.ts';
import { callBackDue } from '../triggers/call-back-due.ts';
import { category } from '../triggers/category.ts';
import { date } from '../triggers/date.ts';
import { noise } from '../triggers/noise.ts';
import { numberKnown } from '../triggers/number-known.ts';
import { onHold } from '../triggers/on-hold.ts';
import { phase } from '../triggers/phase.ts';
import { picked } from '../triggers/picked.ts';
import { quiet } from '../triggers/quiet.ts';
import { registrationLost } from '../triggers/registration-lost.ts';
import { silence } from '../triggers/silence.ts';
import { staysOn } from '../triggers/stays-on.ts';
import { timeOfDay } from '../triggers/time-of-day.ts';
import { waitWanted } from '../triggers/wait-wanted.ts';

/** The closed vocabulary of reasons for which a situation comes up. */
export const TRIGGER_KINDS = {
  answered,
  phase,
  silence,
  noise,
  quiet,
  'on-hold': onHold,
  'back-from-hold': backFromHold,
  'wait-wanted': waitWanted,
  'time-of-day': timeOfDay,
  date,
  'number-known': numberKnown,
  'registration-lost': registrationLost,
  'after-situation': afterSituation,
  category,
  'stays-on': staysOn,
  'call-back-due': callBackDue,
  picked,
} as const;

export const triggerSchema = v.variant(
  'kind',
  Object.values(TRIGGER_KINDS).map(({ schema }) => schema),
);

export type TriggerKind = keyof typeof TRIGGER_KINDS;
export type TriggerOf<K extends TriggerKind> = v.InferOutput<(typeof TRIGGER_KINDS)[K]['schema']>;
export type Trigger = TriggerOf<TriggerKind>;
