import type { Instant } from '../../calls/call-event.ts';
import type { WorkOrderEvent } from '../../contract/team/team-event.ts';
import { applyOrderEvent } from './apply-order-event.ts';
import { type OpenedEvent, openOrder } from './open-order.ts';
import { orderAt } from './order-at.ts';
import type { OrderClock } from './order-clock.ts';
import type { OrderPages } from './order-log.ts';
import { endClocks, startClock } from './order-moves.ts';
import type { OrderRefusal } from './order-refusal.ts';
import { type OrderRules, rulesOfEvent } from './order-rules.ts';
import type { OrderHistoryEntry, WorkOrder } from './work-order.ts';

export type RefusedEvents = readonly { readonly event: WorkOrderEvent; readonly why: OrderRefusal }[];

/** Everything that one order follows from, besides the rules. */
export interface OrderInputs {
  readonly pages: OrderPages;
  readonly batchSince: Instant | null;
  /** The order that continues this one. */
  readonly follower: OpenedEvent | null;
  /** Promises to the caller that the order kept running which this one continues. */
  readonly inherited: readonly OrderClock[];
}

/** Folds the events of one order. The cost is linear in their number. */
export function foldOneOrder(
  { pages, batchSince, follower, inherited }: OrderInputs,
  rules: OrderRules,
): { readonly order: WorkOrder; readonly refused: RefusedEvents } {
  const refused: { event: WorkOrderEvent; why: OrderRefusal }[] = [];
  const past = new OrderPast();
  const opening = rulesOfEvent(rules, pages.opened);
  const opened = openOrder(pages.opened, batchSince, opening ?? rules);
  let order = withPromises({ ...opened, judgedBy: opening }, inherited);
  let handedUp = false;
  const handUpBefore = (at: number) => {
    if (follower === null || handedUp || follower.at > at) return;
    handedUp = true;
    order = handUp(orderAt(order, follower.at, rules), follower);
  };
  for (const event of pages.rest) {
    handUpBefore(event.at);
    const judgedBy = rulesOfEvent(rules, event);
    const applied = applyOrderEvent(orderAt(order, event.at, rules), event, judgedBy ?? rules);
    if (applied.ok) order = { ...applied.order, judgedBy, foldedTo: Math.max(order.foldedTo, event.at) };
    else {
      const { why } = applied;
      refused.push({ event, why });
      // A second opening under the same id is nothing that was done to this order.
      if (why !== 'opened-twice') {
        order = { ...order, history: [...order.history, { what: 'refused', at: event.at, event, why }] };
      }
    }
    order = past.detach(order);
  }
  handUpBefore(Number.POSITIVE_INFINITY);
  return { order: past.attach(order), refused };
}

/**
 * The part of an order that no later event reads: its history up to the last event, who had it or a
 * copy, and its ended clocks, except deadlines, which run once, and the time to return it. Each
 * change copies an order; copying its whole past with every event would be quadratic.
 */
class OrderPast {
  readonly #history: OrderHistoryEntry[] = [];
  readonly #hands = new Set<string>();
  readonly #copiedTo = new Set<string>();
  readonly #clocks: { readonly place: number; readonly clock: OrderClock }[] = [];
  /** Places of the clocks that the order still has, among all of its clocks. */
  #places: number[] = [];
  #nextPlace = 0;

  detach(order: WorkOrder): WorkOrder {
    const settled = order.history.findLastIndex(({ what }) => what === 'event' || what === 'refused') + 1;
    this.#history.push(...order.history.slice(0, settled));
    for (const by of order.hands) this.#hands.add(by);
    for (const to of order.copiedTo) this.#copiedTo.add(to);
    const kept = this.#placed(order.clocks).filter(({ place, clock }) => {
      if (clock.end === null || clock.of.kind === 'deadline' || clock.of.kind === 'return') return true;
      this.#clocks.push({ place, clock });
      return false;
    });
    this.#places = kept.map(({ place }) => place);
    return {
      ...order,
      history: order.history.slice(settled),
      clocks: kept.map(({ clock }) => clock),
      hands: [],
      copiedTo: [],
    };
  }

  attach(order: WorkOrder): WorkOrder {
    const clocks = [...this.#clocks, ...this.#placed(order.clocks)].sort((a, b) => a.place - b.place);
    return {
      ...order,
      history: [...this.#history, ...order.history],
      clocks: clocks.map(({ clock }) => clock),
      hands: [...this.#hands, ...order.hands],
      copiedTo: [...this.#copiedTo, ...order.copiedTo],
    };
  }

  /** A change appends clocks and never removes or moves one. */
  #placed(clocks: readonly OrderClock[]) {
    return clocks.map((clock, at) => {
      const known = this.#places[at];
      if (known === undefined) this.#nextPlace += 1;
      return { place: known ?? this.#nextPlace, clock };
    });
  }
}

/** The promises of the caller that an escalated order dropped, for the order that continues it. */
export function promisesLeft({ status, clocks }: WorkOrder, follower: string): readonly OrderClock[] {
  if (status.state !== 'handed-up' || status.to !== follower) return [];
  return clocks.filter(
    ({ of, end }) =>
      (of.kind === 'answer' || of.kind === 'inform-caller') && end?.how === 'dropped' && end.at === status.at,
  );
}

/** What was promised to a caller becomes a clock of the next owner (handbook §4.2). */
function withPromises(order: WorkOrder, inherited: readonly OrderClock[]): WorkOrder {
  return inherited.reduce(
    (opened, { of, startedAt, dueAt, warnAt }) =>
      startClock(opened, { of, owner: order.stage.owner, startedAt, dueAt }, warnAt),
    order,
  );
}

/**
 * The first sheet stays attached. Its open deadlines move to the escalated order (handbook §4.2).
 */
function handUp(order: WorkOrder, { at, subject: to }: OpenedEvent): WorkOrder {
  if (order.status.state !== 'open') return order;
  return {
    ...endClocks(order, at, 'dropped', () => true),
    status: { state: 'handed-up', to, at },
    history: [...order.history, { what: 'handed-up', at, to }],
    foldedTo: Math.max(order.foldedTo, at),
  };
}
