import type { CallBack } from './fold-call-backs.ts';

/** How far the calls of one agent, or of a whole list, are. */
export interface Progress {
  readonly total: number;
  readonly reached: number;
  /** Tried and given up. */
  readonly notReached: number;
  readonly dropped: number;
  /** Tried, to be tried again. */
  readonly again: number;
  readonly untouched: number;
}

export interface ListProgress extends Progress {
  readonly name: string;
  readonly satisfied: number;
  readonly notSatisfied: number;
  /** By who makes the calls; null: whoever has time. */
  readonly agents: readonly (Progress & { readonly agent: string | null })[];
}

/** The lists that a lead handed out, the newest first. */
export function listProgress(callBacks: readonly CallBack[]): readonly ListProgress[] {
  const lists = new Map<string, CallBack[]>();
  for (const callBack of callBacks) {
    if (callBack.list === null) continue;
    const known = lists.get(callBack.list);
    if (known === undefined) lists.set(callBack.list, [callBack]);
    else known.push(callBack);
  }
  return [...lists]
    .map(([name, of]) => ({ name, ...progressOf(of), ...answers(of), agents: byAgent(of) }))
    .reverse();
}

function byAgent(of: readonly CallBack[]): ListProgress['agents'] {
  const agents = [...new Set(of.map(({ assignedTo }) => assignedTo))];
  return agents
    .map((agent) => ({ agent, ...progressOf(of.filter(({ assignedTo }) => assignedTo === agent)) }))
    .sort((a, b) => ((a.agent ?? '') < (b.agent ?? '') ? -1 : 1));
}

function progressOf(of: readonly CallBack[]): Progress {
  const count = (isMeant: (one: CallBack) => boolean) => of.filter(isMeant).length;
  return {
    total: of.length,
    reached: count(isReached),
    notReached: count((one) => one.state.state === 'done' && !isReached(one)),
    dropped: count(({ state }) => state.state === 'dropped'),
    again: count(({ state, attempts }) => state.state === 'open' && attempts.length > 0),
    untouched: count(({ state, attempts }) => state.state === 'open' && attempts.length === 0),
  };
}

function answers(of: readonly CallBack[]): Pick<ListProgress, 'satisfied' | 'notSatisfied'> {
  const count = (outcome: string) =>
    of.filter(({ state }) => state.state === 'done' && state.outcome === outcome).length;
  return { satisfied: count('satisfied'), notSatisfied: count('not-satisfied') };
}

function isReached({ state }: CallBack): boolean {
  return state.state === 'done' && (state.outcome === 'satisfied' || state.outcome === 'not-satisfied');
}
