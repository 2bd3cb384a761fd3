import type { Instant } from '../../calls/call-event.ts';
import type { TeamEvent, TeamFact } from '../../contract/team/team-event.ts';
import type { Zone } from '../time/zone-offset.ts';
import { type CallBackSettings, outOfRest } from './call-back-times.ts';
import type { ListEntry } from './read-call-back-list.ts';

export type PlannedFact = TeamFact<Extract<TeamEvent, { type: 'call-back-planned' }>>;

export interface ListPlan {
  readonly name: string;
  /** For rows without one. */
  readonly matter: string;
  /** When the first call may be made, for rows without a time. */
  readonly from: Instant;
  /** Who shares the rows without an agent; none: whoever has time. */
  readonly agents: readonly string[];
}

/**
 * The call-backs of a list. Nobody agreed to them: each time is moved out of the customers' rest
 * hours. Rows without an agent go around among the agents.
 */
export function planCallBackList(
  entries: readonly ListEntry[],
  { name, matter, from, agents }: ListPlan,
  settings: CallBackSettings,
  utcOffsetMinutes: Zone,
): readonly PlannedFact[] {
  let turn = 0;
  const nextAgent = () => {
    const agent = agents[turn % Math.max(1, agents.length)] ?? null;
    turn += 1;
    return agent;
  };
  return entries.map(({ number, surname, title, vip, ...entry }) => ({
    type: 'call-back-planned',
    ...{ number, surname, title, vip, agreed: false, order: null },
    matter: entry.matter === '' ? matter : entry.matter,
    dueAt: outOfRest(settings, entry.dueAt ?? from, utcOffsetMinutes),
    assignedTo: entry.agent ?? nextAgent(),
    list: name,
  }));
}
