import type { Instant } from '../../calls/call-event.ts';
import { knownNumber } from '../../calls/numbers/withheld.ts';
import type { LocalizedText } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { RING_CADENCES, ringLength } from '../../contract/pack/ring-cadence.ts';
import type { SituationGroup } from '../../contract/pack/situation.ts';
import type { Step } from '../../contract/pack/step.ts';
import type { Condition } from '../../contract/pack/variant.ts';
import type { CallFacts } from '../call/call-facts.ts';
import type { RulesContext } from '../call/rules-context.ts';
import { hotlineOfCall } from '../hotlines/hotline-of-call.ts';
import { isLate } from '../ring/ring-timer.ts';
import { isWithin, type LocalTime, localTime } from '../time/local-time.ts';
import { withinHours } from '../time/within-hours.ts';
import { festivalsOn, festivalToGreet } from './festival-today.ts';

/**
 * The text of a step: the first variant whose conditions all held when the step came up, else the
 * default text.
 */
export function chooseText(
  step: Step,
  facts: CallFacts,
  pack: Pack,
  context: RulesContext,
  at: Instant,
): LocalizedText {
  if (step.kind !== 'say') return step.text;
  const fitting = step.variants.find(({ when }) =>
    when.every((condition) => isSo(condition, facts, pack, context, at)),
  );
  return fitting?.text ?? step.text;
}

function isSo(
  condition: Condition,
  facts: CallFacts,
  pack: Pack,
  context: RulesContext,
  at: Instant,
): boolean {
  const { minuteOfDay, dayNumber } = localTime(at, context.utcOffsetMinutes);
  switch (condition.kind) {
    case 'time-of-day':
      return isWithin(minuteOfDay, condition);
    case 'festival':
      // Nobody is wished a happy festival who had to complain, or was angry.
      if (wasComplaint(facts, pack) || wasUsed('difficult', facts, pack)) return false;
      if (calledToComplain(facts, pack)) return false;
      if (condition.festival === undefined)
        return festivalToGreet(pack.festivals, dayNumber, context.language) !== undefined;
      return festivalsOn(pack.festivals, dayNumber).some(({ id }) => id === condition.festival);
    case 'answered-late':
      return wasAnsweredLate(facts, pack, context);
    case 'name-known':
      return facts.name !== null && facts.name.title !== null;
    case 'caller-spoke':
      return facts.talkingSince !== null;
    case 'complaint':
      return wasComplaint(facts, pack);
    case 'mid-call':
      return facts.goodbyeAt === null && !wasUsed('closing', facts, pack);
    case 'nothing-noted':
      return (context.values.matter ?? '').trim() === '';
    case 'number-shown':
      return knownNumber(facts.call.remoteParty.number) !== '';
    case 'supervisor-away':
      return isSupervisorAway(pack, localTime(at, context.utcOffsetMinutes));
    case 'direction':
      return facts.call.direction === condition.direction;
  }
}

function wasComplaint(facts: CallFacts, pack: Pack): boolean {
  return facts.category?.category === 'complaint' || wasUsed('complaint', facts, pack);
}

/** Nobody is away who has no hours. */
function isSupervisorAway({ directory }: Pack, moment: LocalTime): boolean {
  const hours = directory.flatMap((entry) =>
    entry.kind === 'person' && entry.position === 'floor-supervisor' ? entry.hours : [],
  );
  return hours.length > 0 && !withinHours(hours, moment);
}

/** The hotline that was dialled is for complaints: it puts one of their scripts first. */
function calledToComplain({ call }: CallFacts, pack: Pack): boolean {
  const first = hotlineOfCall(call, pack)?.first[0];
  return pack.situations.some(({ id, group }) => id === first && group === 'complaint');
}

function wasUsed(group: SituationGroup, { met }: CallFacts, pack: Pack): boolean {
  return pack.situations.some((situation) => situation.group === group && met.has(situation.id));
}

/**
 * Answered after the ring limit, or after an equally long wait in the queue. False while it rings.
 */
function wasAnsweredLate({ call }: CallFacts, pack: Pack, context: RulesContext): boolean {
  if (call.state !== 'established' || call.direction !== 'inbound') return false;
  const cadence = RING_CADENCES[context.cadence ?? pack.settings.cadence];
  const limit = pack.settings.ringLimit;
  if ((call.queuedMs ?? 0) >= limit * ringLength(cadence)) return true;
  return isLate(call.startedAt, call.answeredAt, cadence, limit);
}
