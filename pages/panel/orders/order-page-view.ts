import { i18n } from '#i18n';
import { type PackLanguage, textIn } from '../../../contract/pack/localized-text.ts';
import type { WorkOrderKind } from '../../../contract/pack/work-order-kind.ts';
import { type ActingAgent, actingRole } from '../../../rules/work-orders/acting-role.ts';
import { clockLabel } from '../../../rules/work-orders/clock-label.ts';
import { isTooLateToSettle } from '../../../rules/work-orders/close-order.ts';
import type { WorkOrderState } from '../../../rules/work-orders/fold-work-orders.ts';
import { orderAt } from '../../../rules/work-orders/order-at.ts';
import { type OrderClock, readClock, runningClocks } from '../../../rules/work-orders/order-clock.ts';
import type { OrderRules } from '../../../rules/work-orders/order-rules.ts';
import { spokenOrderNumber } from '../../../rules/work-orders/spoken-order-number.ts';
import { timeLimitEnd } from '../../../rules/work-orders/time-limit-end.ts';
import type { WorkOrder, WorkOrderOutcome } from '../../../rules/work-orders/work-order.ts';
import { ORDER_PAPERS, type OrderPaper } from '../../papers/paper.ts';
import { NO_RECORD } from './order-draft.ts';
import { historyLines, ownerName } from './order-history-lines.ts';
import type { ClockView, OrderItemView, OrderPageView } from './orders-view.ts';

/** What is needed to show an order. */
export interface OrderWords {
  readonly rules: OrderRules;
  readonly language: PackLanguage;
  readonly actor: ActingAgent;
  readonly now: number;
}

const OUTCOMES: readonly WorkOrderOutcome[] = ['settled', 'not-satisfied', 'unfounded', 'withdrawn'];

export function orderItem(order: WorkOrder, words: OrderWords): OrderItemView {
  const { rules, language } = words;
  const [clock] = runningClocks(order.clocks);
  const { number, surname, title, status: orderStatus } = order;
  return {
    id: order.id,
    orderNumber: order.orderNumber,
    kind: textIn(order.kind.name, language),
    caller: { number, surname, title },
    matter: order.matter,
    stage: textIn(order.stage.name, language),
    owner: ownerName(order.stage.owner, { workOrders: rules.workOrders, language }),
    major: order.major !== null,
    clock: clock === undefined ? null : clockView(order, clock, words),
    status: orderStatus.state === 'closed' ? orderStatus.outcome : orderStatus.state,
  };
}

export function orderPage(
  order: WorkOrder,
  state: WorkOrderState,
  words: OrderWords,
): Omit<OrderPageView, 'refusal' | 'reply' | 'typing'> {
  const { rules, language, actor, now } = words;
  const { stage, kind, major } = order;
  const name = (id: string) => ownerName(id, { workOrders: rules.workOrders, language });
  const acting = actingRole(order, actor);
  const isOurs = acting.is !== 'waits';
  const copies = [...kind.copiedTo, ...(major === null ? [] : rules.workOrders.major.copiedTo)];
  return {
    page: 'order',
    order: orderItem(order, words),
    spoken: order.orderNumber === null ? null : spokenOrderNumber(order.orderNumber, i18n.t),
    openedAt: order.openedAt,
    now,
    acting: acting.is === 'own' ? acting : { is: acting.is, owner: name(acting.owner) },
    clocks: runningClocks(order.clocks).map((clock) => clockView(order, clock, words)),
    major,
    batchOf: state.batches.find(({ orders }) => orders.includes(order.id))?.customers ?? null,
    record: kind.record ? (order.record ?? NO_RECORD) : null,
    ways: isOurs ? stage.next.map(({ to, label }) => ({ id: to, label: textIn(label, language) })) : [],
    returns: isOurs ? returnsOf(order, words) : null,
    mayBeWrong: isOurs && isAfterDepartment(order) && kind.canBeMajor,
    outcomes: isTooLateToSettle(order, now)
      ? OUTCOMES.filter((one) => one === 'not-satisfied' || one === 'withdrawn')
      : OUTCOMES.filter((one) => one !== 'unfounded' || order.category === 'complaint'),
    reports: kind.reportedTo.map((id) => ({ id, label: name(id) })),
    copies: [...new Set(copies)].map((id) => ({ id, label: name(id), done: order.copiedTo.includes(id) })),
    up: kindsAbove(kind, rules).map(({ id, name: title }) => ({ id, label: textIn(title, language) })),
    attached: attachedTo(order, state).map((one) => orderItem(orderAt(one, now, rules), words)),
    papers: ORDER_PAPERS.filter((paper) => isFor(paper, order)),
    history: historyLines(order, { workOrders: rules.workOrders, language, now }),
  };
}

/** A notice to sales and a record are of complaints. */
function isFor(paper: OrderPaper, { kind, category }: WorkOrder): boolean {
  switch (paper) {
    case 'complaint-record':
      return kind.record;
    case 'follow-up':
      return true;
    case 'sales-reply':
      return category === 'complaint';
  }
}

function clockView(order: WorkOrder, clock: OrderClock, { rules, language, now }: OrderWords): ClockView {
  return {
    id: clock.id,
    label: clockLabel(order, clock, i18n.t),
    owner: ownerName(clock.owner, { workOrders: rules.workOrders, language }),
    dueAt: clock.dueAt,
    reading: readClock(clock, now),
  };
}

function returnsOf({ stage, stageSince, kind }: WorkOrder, { rules, language, now }: OrderWords) {
  const { returns } = stage;
  if (returns === undefined) return null;
  const to = textIn(kind.stages.find(({ id }) => id === returns.to)?.name, language, returns.to);
  return { to, leftMs: timeLimitEnd(returns.within, stageSince, rules) - now };
}

/** The answer came from a stage where a late or wrong answer makes a complaint major. */
function isAfterDepartment({ stage, kind }: WorkOrder): boolean {
  const back = kind.stages.find(({ id }) => id === stage.returns?.to);
  return back?.whenOver?.does === 'make-major';
}

/** The next level, and for complaints also the highest: a hard case may skip levels. */
function kindsAbove(kind: WorkOrderKind, { workOrders }: OrderRules): readonly WorkOrderKind[] {
  const above: WorkOrderKind[] = [];
  for (let at: WorkOrderKind | undefined = kind; at !== undefined; ) {
    const up: string | undefined = at.up;
    at = workOrders.kinds.find(({ id }) => id === up);
    if (at === undefined || above.includes(at)) break;
    above.push(at);
  }
  const [next] = above;
  const last = above.at(-1);
  if (next === undefined || last === undefined) return [];
  return next === last || kind.category !== 'complaint' ? [next] : [next, last];
}

/** The sheets below it, and the one it was escalated to. */
function attachedTo(order: WorkOrder, { orders }: WorkOrderState): readonly WorkOrder[] {
  const attached: WorkOrder[] = [];
  for (let id = order.follows; id !== null; ) {
    const below = orders.get(id);
    if (below === undefined || attached.includes(below)) break;
    attached.push(below);
    id = below.follows;
  }
  const above = order.status.state === 'handed-up' ? orders.get(order.status.to) : undefined;
  return above === undefined ? attached : [above, ...attached];
}
