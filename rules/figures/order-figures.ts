import type { Instant } from '../../calls/call-event.ts';
import { type OrderClock, readClock } from '../work-orders/order-clock.ts';
import type { WorkOrder } from '../work-orders/work-order.ts';
import type { FigureSpan } from './figure-span.ts';

/** Status of a complaint in a report. */
export type ComplaintState = 'open' | 'handed-up' | 'settled' | 'not-satisfied' | 'unfounded' | 'withdrawn';

export interface OrderFigures {
  /** Complaints opened in the span, by kind, most frequent first. */
  readonly byKind: readonly { readonly kind: WorkOrder['kind']; readonly counted: readonly WorkOrder[] }[];
  /** The same complaints by current status. */
  readonly byState: readonly { readonly state: ComplaintState; readonly counted: readonly WorkOrder[] }[];
  /** Deadlines in the span; replaced deadlines are left out. */
  readonly clocksKept: readonly CountedClock[];
  readonly clocksMissed: readonly CountedClock[];
  /** The same deadlines by who had to keep them, most missed first. */
  readonly byOwner: readonly OwnerClocks[];
  /** Promised answers among them, by the agent who opened the order. */
  readonly promisesByAgent: readonly AgentPromises[];
}

export interface AgentPromises {
  readonly agent: string;
  readonly kept: readonly CountedClock[];
  readonly missed: readonly CountedClock[];
}

export interface OwnerClocks {
  /** Of the pack. */
  readonly owner: string;
  readonly kept: readonly CountedClock[];
  readonly missed: readonly CountedClock[];
}

export interface CountedClock {
  readonly order: WorkOrder;
  readonly clock: OrderClock;
}

const STATES: readonly ComplaintState[] = [
  'open',
  'handed-up',
  'settled',
  'not-satisfied',
  'unfounded',
  'withdrawn',
];

/** `orders` are evaluated at `now`, so that a passed deadline counts as missed. */
export function orderFigures(orders: readonly WorkOrder[], span: FigureSpan, now: Instant): OrderFigures {
  const isIn = (at: Instant) => at >= span.from && at < span.to;
  const complaints = orders.filter(({ category, openedAt }) => category === 'complaint' && isIn(openedAt));
  const kinds = new Map<string, { kind: WorkOrder['kind']; counted: readonly WorkOrder[] }>();
  for (const order of complaints) {
    const { kind } = order;
    kinds.set(kind.id, { kind, counted: [...(kinds.get(kind.id)?.counted ?? []), order] });
  }
  const due = orders
    .flatMap((order) => order.clocks.map((clock) => ({ order, clock })))
    .filter(({ clock }) => isIn(clock.dueAt));
  const read = ({ clock }: CountedClock) => readClock(clock, now).state;
  const kept = due.filter((one) => read(one) === 'kept');
  const missed = due.filter((one) => read(one) === 'missed' || read(one) === 'over');
  return {
    byKind: [...kinds.values()].sort((a, b) => b.counted.length - a.counted.length),
    byState: STATES.map((state) => ({
      state,
      counted: complaints.filter((order) => stateOf(order) === state),
    })).filter(({ counted }) => counted.length > 0),
    clocksKept: kept,
    clocksMissed: missed,
    byOwner: clocksByOwner(kept, missed),
    promisesByAgent: promisesByAgent(kept, missed),
  };
}

function clocksByOwner(
  kept: readonly CountedClock[],
  missed: readonly CountedClock[],
): readonly OwnerClocks[] {
  const owners = [...new Set([...missed, ...kept].map(({ clock }) => clock.owner))];
  const ofOwner = (clocks: readonly CountedClock[], owner: string) =>
    clocks.filter(({ clock }) => clock.owner === owner);
  return owners
    .map((owner) => ({ owner, kept: ofOwner(kept, owner), missed: ofOwner(missed, owner) }))
    .sort((a, b) => b.missed.length - a.missed.length || b.kept.length - a.kept.length);
}

function promisesByAgent(
  kept: readonly CountedClock[],
  missed: readonly CountedClock[],
): readonly AgentPromises[] {
  const promises = (clocks: readonly CountedClock[]) =>
    clocks.filter(({ clock }) => clock.of.kind === 'answer');
  const agents = [...new Set([...promises(kept), ...promises(missed)].map(({ order }) => order.openedBy))];
  const of = (clocks: readonly CountedClock[], agent: string) =>
    promises(clocks).filter(({ order }) => order.openedBy === agent);
  return agents.sort().map((agent) => ({ agent, kept: of(kept, agent), missed: of(missed, agent) }));
}

function stateOf({ status }: WorkOrder): ComplaintState {
  return status.state === 'closed' ? status.outcome : status.state;
}
