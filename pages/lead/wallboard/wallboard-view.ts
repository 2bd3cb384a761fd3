import type { Instant } from '../../../calls/call-event.ts';
import type { PresenceEntry } from '../../../contract/api/presence/agent-state.ts';
import type { HelpRequest } from '../../../contract/api/presence/help-request.ts';

/** States that somebody at a workstation can be in. */
export const WALLBOARD_STATES = ['ringing', 'in-call', 'wrap-up', 'present'] as const;
export type WallboardState = (typeof WALLBOARD_STATES)[number];

/** A deadline of an order or a call-back. It names no customer: anybody in the hall reads it. */
export interface WallboardDeadline {
  readonly id: string;
  /** Number of the order, or empty. */
  readonly number: string;
  readonly label: string;
  readonly dueAt: Instant;
}

export interface WallboardAgent {
  readonly number: string;
  readonly name: string;
  readonly state: WallboardState;
  readonly forMs: number;
  /** The ring that is heard now, from 1; null while none rings. */
  readonly ring: number | null;
  /** The ring is later than the team's limit. */
  readonly isLate: boolean;
}

export interface WallboardView {
  readonly now: Instant;
  readonly counts: Readonly<Record<WallboardState, number>>;
  /** Rings first, the longest first in each state. */
  readonly agents: readonly WallboardAgent[];
  /** Requests that nobody has taken up, and how long the oldest waits. */
  readonly help: { readonly waiting: number; readonly longestMs: number };
  readonly deadlines: {
    readonly missed: number;
    /** Within the next half hour. */
    readonly soon: number;
    /** The most urgent ones. */
    readonly next: readonly WallboardDeadline[];
  };
}

interface Shown {
  readonly agents: readonly PresenceEntry[];
  readonly names: ReadonlyMap<string, string>;
  readonly help: readonly HelpRequest[];
  readonly deadlines: readonly WallboardDeadline[];
  readonly ringLimit: number;
  /** Length of one ring in the country's cadence, ms. */
  readonly ringMs: number;
  readonly now: Instant;
}

const SOON_MS = 30 * 60_000;
/** More lines cannot be read from the other end of a hall. */
const MOST_DEADLINES = 6;

export function wallboardOf({ now, deadlines, help, ...floor }: Shown): WallboardView {
  const agents = floor.agents
    .flatMap((entry) => agentOf(entry, { ...floor, now }))
    .toSorted((one, other) => rank(one) - rank(other) || other.forMs - one.forMs);
  const countOf = (wanted: WallboardState) => agents.filter(({ state }) => state === wanted).length;
  const waiting = help.filter(({ acknowledged }) => acknowledged === null);
  const urgent = deadlines.toSorted((one, other) => one.dueAt - other.dueAt);
  return {
    now,
    counts: {
      ringing: countOf('ringing'),
      'in-call': countOf('in-call'),
      'wrap-up': countOf('wrap-up'),
      present: countOf('present'),
    },
    agents,
    help: { waiting: waiting.length, longestMs: Math.max(0, ...waiting.map(({ at }) => now - at)) },
    deadlines: {
      missed: urgent.filter(({ dueAt }) => dueAt <= now).length,
      soon: urgent.filter(({ dueAt }) => dueAt > now && dueAt <= now + SOON_MS).length,
      next: urgent.slice(0, MOST_DEADLINES),
    },
  };
}

function agentOf(
  { agent, state }: PresenceEntry,
  { names, ringLimit, ringMs, now }: Pick<Shown, 'names' | 'ringLimit' | 'ringMs' | 'now'>,
): readonly WallboardAgent[] {
  if (state.state === 'gone') return [];
  // The agent's clock may be ahead of this one.
  const forMs = Math.max(0, now - state.since);
  const ring = state.state === 'ringing' ? Math.floor(forMs / ringMs) + 1 : null;
  const isLate = ring !== null && ring > ringLimit;
  return [{ number: agent, name: names.get(agent) ?? '', state: state.state, forMs, ring, isLate }];
}

function rank({ state }: WallboardAgent): number {
  return WALLBOARD_STATES.indexOf(state);
}
