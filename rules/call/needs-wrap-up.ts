import type { Pack } from '../../contract/pack/pack.ts';
import type { CallFacts } from './call-facts.ts';

/**
 * Whether there is anything to write after a call that has ended. Nobody was there: a script for
 * the line was followed, the caller never spoke, the agent hung up, and nothing was promised.
 */
export function needsWrapUp(facts: CallFacts, { situations }: Pick<Pack, 'situations'>): boolean {
  const { call, firstSentence, talkingSince, name, nameFromRecords, category, met } = facts;
  if (call.state !== 'ended' || call.answeredAt === null) return true;
  const wasEndedHere = call.end.how === 'hung-up' && call.end.by === 'agent';
  const saidNothing = firstSentence === 'none' && talkingSince === null;
  const knowsNothing = (name === null || nameFromRecords) && category === null;
  const asksNothing = situations.every(({ id, group, hangUp, followUp }) => {
    if (!met.has(id)) return true;
    return group === 'opening' || (group === 'line' && hangUp === 'after-script' && followUp === undefined);
  });
  const hadLineScript = situations.some(({ id, group }) => group === 'line' && met.has(id));
  const nobodyThere = wasEndedHere && saidNothing && knowsNothing && asksNothing && hadLineScript;
  return call.direction === 'outbound' || !nobodyThere;
}
