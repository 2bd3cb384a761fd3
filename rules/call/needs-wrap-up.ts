import type { Pack } from '../../contract/pack/pack.ts';
import type { CallFacts } from './call-facts.ts';

/** A greeting takes no longer. Where nothing listens, the caller may have spoken after it. */
const GREETING_MS = 10_000;

/**
 * Whether there is anything to write after a call that has ended. Nobody was there: a script for
 * the line was followed, the caller never spoke, the agent hung up, and nothing was promised. Or
 * the caller hung up in the greeting without a word.
 */
export function needsWrapUp(facts: CallFacts, { situations }: Pick<Pack, 'situations'>): boolean {
  const { call, firstSentence, talkingSince, name, nameFromRecords, category, met } = facts;
  if (call.state !== 'ended' || call.answeredAt === null) return true;
  const hungUpBy = call.end.how === 'hung-up' ? call.end.by : null;
  const saidNothing = firstSentence === 'none' && talkingSince === null;
  const knowsNothing = (name === null || nameFromRecords) && category === null;
  const asksNothing = situations.every(({ id, group, hangUp, followUp }) => {
    if (!met.has(id)) return true;
    return group === 'opening' || (group === 'line' && hangUp === 'after-script' && followUp === undefined);
  });
  const hadLineScript = situations.some(({ id, group }) => group === 'line' && met.has(id));
  const hungUpInGreeting = hungUpBy === 'remote-party' && call.endedAt - call.answeredAt <= GREETING_MS;
  const wasEndedByScript = hungUpBy === 'agent' && hadLineScript;
  const nobodyThere = (wasEndedByScript || hungUpInGreeting) && saidNothing && knowsNothing && asksNothing;
  return call.direction === 'outbound' || !nobodyThere;
}
