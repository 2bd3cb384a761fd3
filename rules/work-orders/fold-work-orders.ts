import { orderEvents } from '../../contract/team/event-order.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import { type Batch, findBatches } from './find-batches.ts';
import { foldOneOrder, type OrderInputs, promisesLeft, type RefusedEvents } from './fold-one-order.ts';
import type { OpenedEvent } from './open-order.ts';
import { type OrderPages, orderLog } from './order-log.ts';
import type { OrderRules } from './order-rules.ts';
import type { WorkOrder } from './work-order.ts';

/** One order with its inputs: while they are the same, the order is reused. */
type FoldedOrder = OrderInputs & { readonly order: WorkOrder; readonly refused: RefusedEvents };

/**
 * All work orders of a team, each folded to its last event; order-at.ts advances one to a later
 * time.
 */
export interface WorkOrderState {
  readonly orders: ReadonlyMap<string, WorkOrder>;
  readonly batches: readonly Batch[];
  /** Impossible events; they changed nothing. */
  readonly refused: RefusedEvents;
  readonly rules: OrderRules;
  readonly folded: ReadonlyMap<string, FoldedOrder>;
}

/**
 * Pure: the same events give the same orders in every browser of the team, in any order of
 * arrival. With the state `before`, only the orders with new events are folded again: a team log
 * grows by one event at a time.
 */
export function foldWorkOrders(
  events: readonly TeamEvent[],
  rules: OrderRules,
  before: WorkOrderState | null = null,
): WorkOrderState {
  const log = orderLog(events);
  const batches = findBatches(log, rules);
  const batchOf = new Map(batches.flatMap(({ orders, since }) => orders.map((id) => [id, since] as const)));
  const followers = followersOf(log);
  const known = before !== null && isSameRules(before.rules, rules) ? before.folded : null;
  const folded = new Map<string, FoldedOrder>();
  // An order is opened after the one that it continues, whose promises it takes over.
  for (const [id, pages] of [...log].sort(([, one], [, other]) => orderEvents(one.opened, other.opened))) {
    const { follows } = pages.opened;
    const below = follows === null ? undefined : folded.get(follows)?.order;
    const inherited = below === undefined ? [] : promisesLeft(below, id);
    const follower = followers.get(id) ?? null;
    const made = { pages, batchSince: batchOf.get(id) ?? null, follower, inherited };
    const old = known?.get(id);
    folded.set(
      id,
      old !== undefined && haveSameInputs(old, made) ? old : { ...made, ...foldOneOrder(made, rules) },
    );
  }
  const ordered = [...log.keys()].flatMap((id) => folded.get(id) ?? []);
  const orders = new Map(ordered.map(({ order }) => [order.id, order]));
  const refused = ordered.flatMap((one) => one.refused);
  return { orders, batches, refused, rules, folded };
}

function isSameRules(one: OrderRules, other: OrderRules): boolean {
  const { workOrders, calendar, utcOffsetMinutes } = one;
  return (
    workOrders === other.workOrders &&
    calendar === other.calendar &&
    utcOffsetMinutes === other.utcOffsetMinutes
  );
}

function haveSameInputs(one: OrderInputs, other: OrderInputs): boolean {
  const [mine, theirs] = [one.pages, other.pages];
  return (
    one.batchSince === other.batchSince &&
    one.follower === other.follower &&
    one.inherited.length === other.inherited.length &&
    one.inherited.every(
      ({ id, warnAt, dueAt }, place) =>
        id === other.inherited[place]?.id &&
        warnAt === other.inherited[place]?.warnAt &&
        dueAt === other.inherited[place]?.dueAt,
    ) &&
    mine.opened === theirs.opened &&
    mine.rest.length === theirs.rest.length &&
    mine.rest.every((event, place) => event === theirs.rest[place])
  );
}

/**
 * Only an order that was opened later can continue an order: two that name each other would both be
 * lost.
 */
function followersOf(log: ReadonlyMap<string, OrderPages>): ReadonlyMap<string, OpenedEvent> {
  const place = new Map([...log.values()].map(({ opened }) => [opened.subject, opened]));
  const followers = new Map<string, OpenedEvent>();
  for (const { opened } of log.values()) {
    if (opened.follows === null) continue;
    const first = place.get(opened.follows);
    if (first === undefined || !isLater(opened, first)) continue;
    const known = followers.get(first.subject);
    if (known === undefined || isLater(known, opened)) followers.set(first.subject, opened);
  }
  return followers;
}

function isLater(one: OpenedEvent, other: OpenedEvent): boolean {
  return orderEvents(one, other) > 0;
}
