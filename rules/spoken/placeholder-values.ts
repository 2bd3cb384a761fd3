import type { Instant } from '../../calls/call-event.ts';
import { knownNumber } from '../../calls/numbers/withheld.ts';
import type { WorkOrderDue } from '../../contract/pack/follow-up.ts';
import { textIn } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { Situation } from '../../contract/pack/situation.ts';
import type { CallFacts } from '../call/call-facts.ts';
import type { RulesContext } from '../call/rules-context.ts';
import { hotlineOfCall } from '../hotlines/hotline-of-call.ts';
import { festivalToGreet } from '../scripts/festival-today.ts';
import { localTime } from '../time/local-time.ts';
import { keptPromise, promiseEnd } from '../work-orders/kept-promise.ts';
import { kindOf } from '../work-orders/open-order.ts';
import { leftByCall } from '../work-orders/promises-of-call.ts';
import type { PlaceholderValues } from './fill-placeholders.ts';
import { promiseLength } from './promise-length.ts';
import { spokenDuration } from './spoken-duration.ts';
import { spokenNumber } from './spoken-number.ts';

/**
 * Values of the placeholders in this situation at `at`. A surname without a title fills neither:
 * nobody is addressed as 王 alone.
 */
export function placeholderValues(
  facts: CallFacts,
  situation: Situation,
  pack: Pack,
  context: RulesContext,
  at: Instant,
): PlaceholderValues {
  const { language, words, utcOffsetMinutes } = context;
  const { dayNumber } = localTime(at, utcOffsetMinutes);
  const values: Record<string, string> = {
    supervisorPromise: keptLength('supervisor', at, pack, context),
    simplePromise: keptLength('simple', at, pack, context),
    complexPromise: keptLength('complex', at, pack, context),
    hotline: hotlineName(facts, pack, context),
    agentNumber: context.agentNumber,
    agentName: context.agentName,
    callerNumber: spokenNumber(
      knownNumber(facts.call.remoteParty.number),
      context.cadence ?? pack.settings.cadence,
    ),
    otherLanguages: otherLanguages(pack, context),
    festivalGreeting: textIn(festivalToGreet(pack.festivals, dayNumber, language)?.greeting, language),
    answerWithin: answerWithin(facts, situation, pack, context, at),
  };
  if (facts.name !== null && facts.name.title !== null) {
    values['surname'] = facts.name.surname;
    values['title'] = words(`note.${facts.name.title}`);
  }
  return { ...values, ...context.values };
}

/** Of the speech on screen: a team in Taiwan answers in 台語 too, one in Guangzhou may in 粤语. */
function otherLanguages({ settings }: Pack, { language, words }: RulesContext): string {
  const also = settings.answersAlsoIn.find(({ speech }) => speech === language)?.languages ?? [];
  return also.join(words('spoken.orListSeparator'));
}

/** The one that was called, else the agent's own by the settings, else the pack's. */
function hotlineName({ call }: CallFacts, pack: Pack, { hotline, language }: RulesContext): string {
  const called = hotlineOfCall(call, pack);
  if (called !== null) return textIn(called.name, language);
  return hotline.trim() === '' ? textIn(pack.settings.hotline, language) : hotline;
}

/** The promise of the work order that this script leaves, by kind and class of customer. */
function answerWithin(
  facts: CallFacts,
  situation: Situation,
  pack: Pack,
  context: RulesContext,
  at: Instant,
): string {
  const { followUp, id } = situation;
  if (followUp?.workOrder === undefined) return '';
  const { category } = kindOf(followUp.workOrder.kind, pack);
  // As if this script had promised it already: the sentence is about to be said.
  const commitments = facts.commitments.has(id)
    ? facts.commitments
    : new Map(facts.commitments).set(id, { at, said: false, due: null });
  const left = leftByCall({ ...facts, commitments }, pack, context.utcOffsetMinutes).find(
    (one) => one.what === 'work-order' && kindOf(one.kind, pack).category === category,
  );
  return keptLength(left?.what === 'work-order' ? left.due : followUp.workOrder.due, at, pack, context);
}

/**
 * 10分钟; where nobody at work could keep that, the whole hours until the next shift, which is what
 * can be promised instead. Empty for an agreed time.
 */
function keptLength(
  due: WorkOrderDue,
  at: Instant,
  pack: Pack,
  { words, utcOffsetMinutes }: RulesContext,
): string {
  const kept = keptPromise(due, at, pack, utcOffsetMinutes);
  if (kept === due || due === 'agreed') return promiseLength(due, pack, words);
  const end = promiseEnd(kept, at, pack, utcOffsetMinutes) ?? at;
  return spokenDuration(Math.ceil((end - at) / 3_600_000), 'hours', words);
}
