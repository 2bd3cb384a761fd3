import type { WorkOrderEvent } from '../../contract/team/team-event.ts';
import type { AppliedEvent } from './applied-event.ts';
import { closeOrder } from './close-order.ts';
import { startAnswerClock, withSigns } from './open-order.ts';
import { endClocks, enterStage, makeMajor, startClock } from './order-moves.ts';
import type { OrderRules } from './order-rules.ts';
import type { WorkOrder } from './work-order.ts';

const INFORM_WARNING_MS = 10 * 60_000;

/**
 * Applies one event to an order that was advanced to the event's time. An impossible event is
 * refused and changes nothing.
 */
export function applyOrderEvent(order: WorkOrder, event: WorkOrderEvent, rules: OrderRules): AppliedEvent {
  const done = apply(order, event, rules);
  if (!done.ok) return done;
  const { at, by } = event;
  const entry = { what: 'event', at, event, stage: order.stage.id } as const;
  const hands = order.hands.includes(by) ? order.hands : [...order.hands, by];
  return { ok: true, order: { ...done.order, hands, history: [...done.order.history, entry] } };
}

function apply(order: WorkOrder, event: WorkOrderEvent, rules: OrderRules): AppliedEvent {
  const { at } = event;
  switch (event.type) {
    case 'work-order-opened':
      return { ok: false, why: 'opened-twice' };
    case 'work-order-remarked':
      return { ok: true, order };
    case 'work-order-copied':
      return { ok: true, order: { ...order, copiedTo: [...new Set([...order.copiedTo, event.to])] } };
    case 'work-order-recorded': {
      const recorded = { ...order, record: event.record };
      const isOpen = order.status.state === 'open';
      return { ok: true, order: isOpen ? withSigns(recorded, event.record, at, rules) : recorded };
    }
    default:
      return order.status.state === 'open'
        ? applyToOpen(order, event, rules)
        : { ok: false, why: 'not-open' };
  }
}

type OpenEvent = Exclude<
  WorkOrderEvent,
  {
    type: 'work-order-opened' | 'work-order-remarked' | 'work-order-copied' | 'work-order-recorded';
  }
>;

function applyToOpen(order: WorkOrder, event: OpenEvent, rules: OrderRules): AppliedEvent {
  const { at } = event;
  switch (event.type) {
    case 'work-order-moved': {
      const way = order.stage.next.find(({ to }) => to === event.to);
      if (way === undefined) return { ok: false, why: 'no-such-way' };
      return { ok: true, order: enterStage(order, way.to, at, rules, { starts: way.starts }) };
    }
    case 'work-order-returned': {
      const { returns } = order.stage;
      if (returns === undefined) return { ok: false, why: 'no-such-way' };
      return { ok: true, order: enterStage(order, returns.to, at, rules, { returned: true }) };
    }
    case 'work-order-promised':
      return { ok: true, order: promiseAnew(order, event) };
    case 'work-order-answered':
      return { ok: true, order: { ...informCaller(order, at, true), accepted: event.accepted } };
    case 'work-order-made-major':
      return { ok: true, order: makeMajor(order, at, event.why, rules) };
    case 'work-order-closed':
      return closeOrder(order, event);
  }
}

type Promised = Extract<WorkOrderEvent, { type: 'work-order-promised' }>;

/**
 * The caller must be informed of a changed promise before the old time (handbook §4.2): a separate
 * clock runs until then.
 */
function promiseAnew(order: WorkOrder, { at, dueAt, callerInformed: informed }: Promised): WorkOrder {
  const old = order.clocks.find(({ of, end }) => of.kind === 'answer' && end === null);
  const replaced = endClocks(order, at, 'replaced', ({ kind }) => kind === 'answer');
  const anew = startAnswerClock(replaced, at, dueAt);
  if (informed) return informCaller(anew, at, false);
  const isRunning = anew.clocks.some(({ of, end }) => of.kind === 'inform-caller' && end === null);
  if (old === undefined || isRunning) return anew;
  const clock = {
    of: { kind: 'inform-caller' },
    owner: old.owner,
    startedAt: at,
    dueAt: Math.max(at, old.dueAt),
  } as const;
  return startClock(anew, clock, clock.dueAt - INFORM_WARNING_MS);
}

/** A conversation with the caller: the caller is informed, and the prescribed call-back is done. */
function informCaller(order: WorkOrder, at: number, answered: boolean): WorkOrder {
  const metByInforming = new Set(
    order.kind.deadlines.filter(({ metBy }) => metBy === 'caller-informed').map(({ id }) => id),
  );
  return endClocks(order, at, 'met', (of) => {
    if (of.kind === 'deadline') return metByInforming.has(of.deadline);
    return of.kind === 'inform-caller' || (answered && of.kind === 'answer');
  });
}
