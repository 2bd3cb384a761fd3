import type { Instant } from '../../calls/call-event.ts';
import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import type { Trigger, TriggerKind } from '../../contract/pack/trigger.ts';
import { afterSituation } from './after-situation.ts';
import { answered } from './answered.ts';
import { backFromHold } from './back-from-hold.ts';
import { callBackDue } from './call-back-due.ts';
import { category } from './category.ts';
import { date } from './date.ts';
import { noise } from './noise.ts';
import { numberKnown } from './number-known.ts';
import { onHold } from './on-hold.ts';
import { phase } from './phase.ts';
import { picked } from './picked.ts';
import { quiet } from './quiet.ts';
import { registrationLost } from './registration-lost.ts';
import { silence } from './silence.ts';
import { staysOn } from './stays-on.ts';
import { timeOfDay } from './time-of-day.ts';
import type { Holding, TriggerFacts, TriggerOf, TriggerRule } from './trigger-rule.ts';
import { waitWanted } from './wait-wanted.ts';

/** Every reason for which a situation can come up. This list is the product. */
export const TRIGGER_RULES: { readonly [K in TriggerKind]: TriggerRule<K> } = {
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
};

export function triggerHolds(trigger: Trigger, facts: TriggerFacts, now: Instant): Holding {
  return holdsOf(trigger.kind, trigger, facts, now);
}

/** The trigger as a sentence for the lead's editor. */
export function triggerSentence(
  trigger: Trigger,
  language: PackLanguage,
  titleOf: (id: string) => string = (id) => id,
): string {
  return sentenceOf(trigger.kind, trigger, language, titleOf);
}

function holdsOf<K extends TriggerKind>(
  kind: K,
  trigger: TriggerOf<K>,
  facts: TriggerFacts,
  now: Instant,
): Holding {
  return TRIGGER_RULES[kind].holds(trigger, facts, now);
}

function sentenceOf<K extends TriggerKind>(
  kind: K,
  trigger: TriggerOf<K>,
  language: PackLanguage,
  titleOf: (id: string) => string,
): string {
  return TRIGGER_RULES[kind].sentence(trigger, language, titleOf);
}
