import type { Instant } from '../../calls/call-event.ts';
import { readClock } from '../work-orders/order-clock.ts';
import type { WorkOrder } from '../work-orders/work-order.ts';
import type { FigureSpan } from './figure-span.ts';

/** Where a complaint stands, coarsely: what a week's list is sorted by. */
export type ComplaintState = 'open' | 'handed-up' | 'settled' | 'not-satisfied' | 'unfounded' | 'withdrawn';

export interface OrderFigures {
  /** Complaints opened in the span, by kind, most frequent first. */
  readonly byKind: readonly { readonly kind: WorkOrder['kind']; readonly count: number }[];
  /** The same complaints by how they stand now. */
  readonly byState: readonly { readonly state: ComplaintState; readonly count: number }[];
  readonly major: number;
  /** Clocks that were due in the span; those that count no longer, because something else took their place, are left out. */
  readonly clocksKept: number;
  readonly clocksMissed: number;
}

const STATES: readonly ComplaintState[] = [
  'open',
  'handed-up',
  'settled',
  'not-satisfied',
  'unfounded',
  'withdrawn',
];

/** `orders` brought to `now`, so that a clock that ran out unseen counts as missed. */
export function orderFigures(orders: readonly WorkOrder[], span: FigureSpan, now: Instant): OrderFigures {
  const isIn = (at: Instant) => at >= span.from && at < span.to;
  const complaints = orders.filter(({ family, openedAt }) => family === 'complaint' && isIn(openedAt));
  const kinds = new Map<string, { kind: WorkOrder['kind']; count: number }>();
  for (const { kind } of complaints) {
    kinds.set(kind.id, { kind, count: (kinds.get(kind.id)?.count ?? 0) + 1 });
  }
  const readings = orders
    .flatMap(({ clocks }) => clocks)
    .filter(({ dueAt }) => isIn(dueAt))
    .map((clock) => readClock(clock, now).state);
  return {
    byKind: [...kinds.values()].sort((a, b) => b.count - a.count),
    byState: STATES.map((state) => ({
      state,
      count: complaints.filter((order) => stateOf(order) === state).length,
    })).filter(({ count }) => count > 0),
    major: complaints.filter(({ major }) => major !== null).length,
    clocksKept: readings.filter((state) => state === 'kept').length,
    clocksMissed: readings.filter((state) => state === 'missed' || state === 'over').length,
  };
}

function stateOf({ standing }: WorkOrder): ComplaintState {
  return standing.state === 'closed' ? standing.outcome : standing.state;
}
