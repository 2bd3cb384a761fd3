import { isBlocked } from '../../calls/call-end.ts';
import type { Note } from '../../contract/note/note.ts';
import { adherenceScore } from '../adherence/adherence-score.ts';
import type { CallerCall, CountedNote } from './caller-calls.ts';
import { ids, isAnswered, isClosedEarly, mean, talkMs } from './counted-notes.ts';

/**
 * What one agent did, with what makes it comparable: how often the phone rang, how many contacts,
 * and how many of them were complaints. The lists are ids of notes.
 */
export interface AgentContacts {
  readonly agent: string;
  /** Calls that rang at this agent's phone, also those that a colleague answered first. */
  readonly rang: readonly string[];
  readonly answered: readonly string[];
  readonly late: readonly string[];
  /** Rang here, and nobody answered. */
  readonly unanswered: readonly string[];
  readonly outbound: readonly string[];
  readonly complaints: readonly string[];
  readonly meanRings: number | null;
  readonly meanTalkMs: number | null;
  /** Calls in which a script was left before its end, or the call ended before it. */
  readonly closedEarly: readonly string[];
  /** Against the handbook, 0…100; null where nothing was judged. */
  readonly adherence: number | null;
}

/** By number of the agent. Notes without an agent are an agent's own, and give no table. */
export function agentContacts(
  met: readonly CountedNote[],
  calls: readonly CallerCall[],
): readonly AgentContacts[] {
  const agents = [...new Set(met.flatMap(({ by }) => (by === undefined ? [] : [by])))].sort();
  return agents.map((agent) => {
    const own = met.filter(({ by }) => by === agent);
    const rang = calls.flatMap((call) => {
      const note = call.rang.find((one) => one.by === agent && didRing(one));
      return note === undefined ? [] : [{ note, call }];
    });
    const answered = rang.filter(({ note }) => isAnswered(note));
    const isLate = ({ call }: (typeof rang)[number]) => call.fate === 'late';
    const isLost = ({ call }: (typeof rang)[number]) =>
      call.fate === 'given-up' || call.fate === 'refused' || call.fate === 'outside-hours';
    const outbound = own.filter(({ contact }) => contact.kind === 'call' && contact.direction === 'outbound');
    const talked = [...answered.map(({ note }) => note), ...outbound.filter(isAnswered)];
    return {
      agent,
      rang: ids(rang.map(({ note }) => note)),
      answered: ids(answered.map(({ note }) => note)),
      late: ids(answered.filter(isLate).map(({ note }) => note)),
      unanswered: ids(rang.filter(isLost).map(({ note }) => note)),
      outbound: ids(outbound),
      complaints: ids(own.filter(({ category }) => category === 'complaint')),
      meanRings: mean(answered.flatMap(({ note }) => note.facts?.rings ?? [])),
      meanTalkMs: mean(talked.flatMap(talkMs)),
      closedEarly: ids(own.filter(isClosedEarly)),
      adherence: adherenceScore(own.flatMap(({ facts }) => facts?.adherence?.lines ?? [])).score,
    };
  });
}

/** A phone whose agent is not ready refuses without a ring. */
function didRing({ facts }: Note): boolean {
  return facts === null || (facts.end.how !== 'turned-away' && !isBlocked(facts.end));
}
