import type { WorkOrderKind } from '../../contract/pack/work-order-kind.ts';
import { PLAIN_KIND } from '../../contract/pack/work-orders.ts';
import type { WorkOrderEvent } from '../../contract/team/team-event.ts';
import type { ComplaintRecord } from '../../contract/team/work-order-parts.ts';
import { enterStage, makeMajor, startClock, startDeadlines } from './order-moves.ts';
import type { OrderRules } from './order-rules.ts';
import type { WorkOrder } from './work-order.ts';

export type OpenedEvent = Extract<WorkOrderEvent, { type: 'work-order-opened' }>;

const LONGEST_WARNING_MS = 30 * 60_000;

/** An order at the moment it was opened. An unknown kind uses the rules of the default kind. */
export function openOrder(event: OpenedEvent, batchSince: number | null, rules: OrderRules): WorkOrder {
  const kind = kindOf(event.kind, rules);
  const [stage = firstOf(PLAIN_KIND)] = kind.stages;
  const { id: _id, subject: id, at, by, category, number, surname, title, matter, note, follows } = event;
  const order: WorkOrder = {
    ...{ id, kind, category, number, surname, title, matter, note, follows, stage, batchSince },
    orderNumber: event.orderNumber ?? null,
    openedAt: at,
    openedBy: by,
    status: { state: 'open' },
    stageSince: at,
    record: event.record,
    accepted: null,
    major: null,
    clocks: [],
    copiedTo: [],
    history: [{ what: 'event', at, event, stage: stage.id }],
    hands: [by],
    judgedBy: null,
    foldedTo: at,
  };
  const begin = kind.deadlines.filter(({ from, runsFor }) => from === 'opened' && runsFor !== 'major');
  const running = startDeadlines(enterStage(order, stage.id, at, rules), begin, at, rules);
  return withSigns(promised(running, event), event.record, at, rules);
}

/** Handbook §4.2: what makes a complaint major by itself. */
export function withSigns(
  order: WorkOrder,
  record: ComplaintRecord | null,
  at: number,
  rules: OrderRules,
): WorkOrder {
  return record === null || record.signs.length === 0 ? order : makeMajor(order, at, 'sign', rules);
}

export function kindOf(id: string, { workOrders }: Pick<OrderRules, 'workOrders'>): WorkOrderKind {
  return workOrders.kinds.find((kind) => kind.id === id) ?? PLAIN_KIND;
}

/** A promise warns when a third of its time is left, at most half an hour before its end. */
export function startAnswerClock(order: WorkOrder, at: number, dueAt: number): WorkOrder {
  const warnBefore = Math.min(LONGEST_WARNING_MS, Math.max(0, dueAt - at) / 3);
  const [{ owner }] = [order.kind.stages[0] ?? order.stage];
  return startClock(order, { of: { kind: 'answer' }, owner, startedAt: at, dueAt }, dueAt - warnBefore);
}

function promised(order: WorkOrder, { promise, at }: OpenedEvent): WorkOrder {
  return promise === null ? order : startAnswerClock(order, at, promise.dueAt);
}

function firstOf(kind: WorkOrderKind) {
  const [stage] = kind.stages;
  if (stage === undefined) throw new Error('the plain kind has no stage');
  return stage;
}
