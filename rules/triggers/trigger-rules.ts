import type { Instant } from '../../calls/call-event.ts';
import type { TriggerKind, TriggerOf } from '../../contract/pack/trigger.ts';
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
import type { Holding, ReasonParts, SentenceParts, TriggerFacts, TriggerRule } from './trigger-rule.ts';
import { waitWanted } from './wait-wanted.ts';

/** The rule of each kind of contract/pack/trigger.ts. A missing one does not compile. */
export const TRIGGER_RULES = {
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

type Reasons = { readonly [K in TriggerKind]: Parameters<(typeof TRIGGER_RULES)[K]['reason']>[0] };

/** Why a situation comes up, as kind and numbers. Seconds are whole. */
export type Reason = Reasons[TriggerKind];

/** The same list, typed so that a rule fits the trigger and the reason of its kind. */
const RULES: { readonly [K in TriggerKind]: TriggerRule<K, Reasons[K]> } = TRIGGER_RULES;

export function triggerHolds<K extends TriggerKind>(
  trigger: TriggerOf<K> & { readonly kind: K },
  facts: TriggerFacts,
  now: Instant,
): Holding<Reasons[K]> {
  return RULES[trigger.kind].holds(trigger, facts, now);
}

/** The trigger as a sentence for the lead's editor. */
export function triggerSentence<K extends TriggerKind>(
  trigger: TriggerOf<K> & { readonly kind: K },
  parts: SentenceParts,
): string {
  return RULES[trigger.kind].sentence(trigger, parts);
}

/** The reason as the agent reads it. */
export function triggerReason(reason: Reason, parts: ReasonParts): string {
  return reasonOf(reason.kind, reason, parts);
}

function reasonOf<K extends TriggerKind>(kind: K, reason: Reasons[K], parts: ReasonParts): string {
  return RULES[kind].reason(reason, parts);
}
